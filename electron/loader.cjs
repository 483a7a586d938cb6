/**
 * The stand-in runtime's default app: `electron [switches] [-r module]… <program> …` opens the program (a folder
 * or its main file), as Electron's own does.
 */
const { app } = require('electron');
const Module = require('node:module');
const { resolve } = require('node:path');

const preloads = [];
let program;
for (let index = 1; index < process.argv.length && program === undefined; index++) {
  const argument = process.argv[index];
  if (argument === '-r' || argument === '--require') preloads.push(process.argv[++index]);
  else if (!argument.startsWith('-')) program = resolve(argument);
}
if (preloads.length > 0) Module._preloadModules(preloads);
if (program === undefined) {
  process.stderr.write('electron <program>\n');
  app.exit(2);
} else {
  app.setAppPath(program);
  Module._load(program, null, true);
}
