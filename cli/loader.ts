#!/usr/bin/env node
/**
 * Starts the built command line (`program.js`), with the code that V8 made of it where that is kept: to parse a megabyte of
 * program takes longer than much of what it is asked for.
 *
 * The code lies beside each file (`NAME.js.code`). It is written by a command that runs with BANXIN_KEEP_CODE in its
 * environment, as `keep-code.mjs` lets some do after a build, and holds what that command used. V8 takes it only under the
 * version and the flags that it was made with; otherwise, and where there is none, the file is compiled as ever.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

// A command is over before most of what V8 would optimise has paid for it: a galley of three pages takes a third less CPU.
// Electron's V8, which runs the packed command line, knows no such flag.
if (!process.versions.electron) setFlagsFromString('--interrupt-budget=1000000');

const here = import.meta.dirname;
const requireBuiltin = createRequire(import.meta.url);
const scripts = new Map<string, Script>();
const modules = new Map<string, { exports: unknown }>();

/** What a file of the program exports; it is run when it is first asked for. */
function load(file: string): unknown {
  const loaded = modules.get(file);
  if (loaded) return loaded.exports;
  const module = { exports: {} };
  modules.set(file, module);
  const folder = dirname(file);
  const require = (name: string) => (name.startsWith('.') ? load(join(folder, name)) : requireBuiltin(name));
  compiled(file).runInThisContext()(module.exports, require, module, file, folder);
  return module.exports;
}

/** The file as the body of a function, as Node wraps a CommonJS module. */
function compiled(file: string): Script {
  const source = `(function (exports, require, module, __filename, __dirname) { ${readFileSync(file, 'utf8')}\n})`;
  const cachedData = keptCode(file);
  const script = new Script(source, { filename: file, ...(cachedData ? { cachedData } : {}) });
  scripts.set(file, script);
  return script;
}

const codeFile = (file: string): string => `${file}.code`;

function keptCode(file: string): Buffer | undefined {
  try {
    return readFileSync(codeFile(file));
  } catch {
    return undefined;
  }
}

/** V8 believes what it reads: the code takes its place whole. */
function keepCode(): void {
  for (const [file, script] of scripts) {
    const draft = `${codeFile(file)}-${process.pid}`;
    writeFileSync(draft, script.createCachedData());
    renameSync(draft, codeFile(file));
  }
}

if (process.env.BANXIN_KEEP_CODE) process.on('exit', keepCode);
load(join(here, 'program.js'));
