#!/usr/bin/env node
/**
 * Starts the built command line (`program.js`), with the code that V8 made of it where that is kept: to parse a megabyte of
 * program takes longer than much of what it is asked for.
 *
 * The code lies beside each file: what a command itself used (`NAME.js.COMMAND.code`), and for commands without such what several
 * have used (`NAME.js.code`), since all of it is unpacked whether it is needed or not. It is written by a command that runs with
 * BANXIN_KEEP_CODE in its environment, `command` or `all`, as `keep-code.mjs` lets some do after a build. V8 takes it only under
 * the version and the flags that it was made with; otherwise, and where there is none, the file is compiled as ever.
 *
 * V8 believes what it reads: it knows a source by its length, and damaged code crashes it. So a checksum of source and code stands
 * at the end of each file, and what does not match it is compiled as well.
 */
import { isAscii } from 'node:buffer';
import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

// A command is over before most of what V8 would optimise has paid for it: a galley of three pages takes a third less CPU,
// four pages of text in one press file a tenth less than with a quarter of this.
// Electron's V8, which runs the packed command line, knows no such flag.
if (!process.versions.electron) setFlagsFromString('--interrupt-budget=4000000');
// Of a few megabytes, helping threads cost more than they copy, and no window waits while all is marked in one go.
for (const flag of ['--no-parallel-scavenge', '--no-incremental-marking']) setFlagsFromString(flag);

const here = import.meta.dirname;
const scripts = new Map<string, { script: Script; bytes: Uint8Array }>();
const program = join(here, 'program.js');
const keep = process.env.BANXIN_KEEP_CODE;
const ending = endingOf(process.argv[2] ?? '');
const modules = new Map<string, { exports: unknown }>();

/** What a file of the program exports; it is run when it is first asked for. This file is built to CommonJS too: `require` is Node's. */
function load(file: string): unknown {
  const loaded = modules.get(file);
  if (loaded) return loaded.exports;
  const module = { exports: {} };
  modules.set(file, module);
  const folder = dirname(file);
  const requireNext = (name: string) => {
    if (!name.startsWith('.')) return rare.has(name) ? later(name, require) : require(name);
    return basename(name).startsWith('later-') ? later(join(folder, name), load) : load(join(folder, name));
  };
  compiled(file).runInThisContext()(module.exports, requireNext, module, file, folder);
  return module.exports;
}

/** Modules of Node that few commands use something of. */
const rare: ReadonlySet<string> = new Set(['node:crypto', 'node:module', 'node:os', 'node:timers/promises']);

/** What a file or a module of Node exports, which is run when something of that is first used. */
function later(name: string, run: (name: string) => unknown): unknown {
  return new Proxy({}, { get: (_, key) => (run(name) as Record<PropertyKey, unknown>)[key] });
}

const opening = '(function (exports, require, module, __filename, __dirname) { ';
const closing = '\n})';

/** The file as the body of a function, as Node wraps a CommonJS module. */
function compiled(file: string): Script {
  const bytes = read(file, sourceRoom);
  const cachedData = keptCode(file, bytes);
  const source = opening + bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8') + closing;
  const script = new Script(source, { filename: file, ...(cachedData ? { cachedData } : {}) });
  if (keep) scripts.set(file, { script, bytes: Buffer.from(bytes) });
  return script;
}

/** Memory that files are read into, one after another: what is new for each of them is touched for the first time, and hastens V8's tidying up. */
interface Room {
  bytes: Uint8Array<ArrayBuffer>;
}

const roomOf = (length: number): Room => ({ bytes: new Uint8Array(length) });
const [sourceRoom, codeRoom] = [roomOf(1 << 18), roomOf(1 << 18)];

/** The bytes of a file; they stand until the next one is read into the room. */
function read(file: string, room: Room): Buffer {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    if (size > room.bytes.length) room.bytes = new Uint8Array(2 * size);
    return Buffer.from(room.bytes.buffer, 0, readSync(handle, room.bytes, 0, size, 0));
  } finally {
    closeSync(handle);
  }
}

const codeFile = (file: string): string => `${file}${ending}`;

/** How the files are called that this run takes its code from, or keeps it in. */
function endingOf(command: string): string {
  const own = `.${command}.code`;
  const isOwn = /^[a-z]+$/.test(command) && keep !== 'all' && (keep === 'command' || existsSync(`${program}${own}`));
  return isOwn ? own : '.code';
}

const checksumBytes = 4;

/** CRC-32 of a source and the code made of it; undefined in a Node that cannot reckon it, as Electron 25's. */
function checksum(source: Uint8Array, code: Uint8Array): number | undefined {
  return crc32?.(code, crc32(source));
}

/** Code that was made of exactly this source and is as it was written. */
function keptCode(file: string, source: Uint8Array): Buffer | undefined {
  try {
    const kept = read(codeFile(file), codeRoom);
    const end = kept.length - checksumBytes;
    const code = kept.subarray(0, end);
    return kept.readUInt32LE(end) === checksum(source, code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Code that cannot be kept, as in a folder that may not be written, costs time and nothing else. */
function keepCode(): void {
  for (const [file, { script, bytes }] of scripts) {
    const code = script.createCachedData();
    const sum = checksum(bytes, code);
    if (sum === undefined) return;
    const end = Buffer.alloc(checksumBytes);
    end.writeUInt32LE(sum);
    const draft = `${codeFile(file)}-${process.pid}`;
    try {
      writeFileSync(draft, Buffer.concat([code, end]));
      renameSync(draft, codeFile(file));
    } catch {
      rmSync(draft, { force: true });
      return;
    }
  }
}

if (keep) process.on('exit', keepCode);
load(program);
