import { InputError } from '../errors';

/** What the system says, in the words of messages.ts; anything else is an internal error and passes through. */
const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'store.notFound',
  ENOTDIR: 'store.notFolder',
  EISDIR: 'store.isFolder',
  EACCES: 'store.noPermission',
  EPERM: 'store.noPermission',
  EROFS: 'store.readOnly',
  ENOSPC: 'store.diskFull',
  EDQUOT: 'store.diskFull',
  EFBIG: 'store.diskFull',
  ELOOP: 'store.link',
  ENAMETOOLONG: 'store.nameTooLong',
  EMFILE: 'store.tooManyFiles',
  ENFILE: 'store.tooManyFiles',
  EIO: 'store.diskFault',
  ENODEV: 'store.gone',
  ENXIO: 'store.gone',
  ESTALE: 'store.gone',
  ENOTCONN: 'store.gone',
  EHOSTDOWN: 'store.gone',
  EHOSTUNREACH: 'store.gone',
  ETIMEDOUT: 'store.gone',
  EBUSY: 'store.busy',
  ERR_INVALID_ARG_VALUE: 'store.badName',
};

/** Runs file work on `file`; a failure of the system becomes an InputError that names it. */
export async function withFile<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileError(file, error);
  }
}

export function fileError(file: string, error: unknown): unknown {
  const sentence = SENTENCES[errnoOf(error) ?? ''];
  return sentence ? new InputError(sentence, { file }, { cause: error }) : error;
}

/** The system's code of a failure, such as ENOENT; undefined for a failure of ours. */
export function errnoOf(error: unknown): string | undefined {
  if (error instanceof InputError) return undefined;
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
