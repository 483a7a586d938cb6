import { InputError } from '../errors';

/** What the work gives, or the `InputError` that it ends with as a value, so that other files go on; other errors stay thrown. */
export async function orRefusal<T>(work: () => Promise<T>): Promise<T | InputError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}
