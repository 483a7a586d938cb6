export { type ZipEntry, zipped } from '../../store/zip-writer';
