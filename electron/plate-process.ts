/** The background process that paints parts of plates, from the press files of an examination, until the program ends it. */
import { join } from 'node:path';
import { PlateRoom } from '../engine/press/node/plate-room';
import type { PlatePartRequest } from './bridge';
import { PlateIndexes } from './plate-index';

export interface PartQuestion {
  readonly number: number;
  /** Of the press files. */
  readonly folder: string;
  readonly request: PlatePartRequest;
}

export interface PartReply {
  readonly number: number;
  readonly png: Uint8Array | null;
}

const room = new PlateRoom();
const indexes = new PlateIndexes();

process.parentPort.on('message', ({ data: { number, folder, request } }: { data: PartQuestion }) => {
  const answer = (png: Uint8Array | null) => process.parentPort.postMessage({ number, png } satisfies PartReply);
  void paint(folder, request).then(answer, () => answer(null));
});

async function paint(folder: string, { page, plate, scale, left, top, width, height }: PlatePartRequest) {
  const { limit, files } = await indexes.of(folder);
  const file = files[page];
  return file === undefined ? null : room.paint({ file: join(folder, file), limit, plate, scale, left, top, width, height });
}
