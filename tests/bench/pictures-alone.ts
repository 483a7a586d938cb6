/** Only the work on photographs: decodes, reduces and converts what the list names, in the press's own workers. */
import { readFileSync } from 'node:fs';
import { createPictures } from '../../engine/press/node/pictures';
import { newsprint, type Placement } from '../../engine/press/picture-plan';

const [profile, list] = process.argv.slice(2);
const work = JSON.parse(readFileSync(list!, 'utf8')) as { file: string; placement: Placement }[];
const pictures = createPictures(profile!);
await Promise.all(work.map(({ file, placement }) => pictures.prepare(readFileSync(file), placement, newsprint)));
await pictures.close();
