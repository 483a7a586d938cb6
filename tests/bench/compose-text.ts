/** Composes a text file's paragraphs, one a line, in columns of 13.3 字, and prints the CPU milliseconds that took, warm-up of the compiler included. */
import { readFileSync } from 'node:fs';
import { openFonts } from '../../engine/store/font-files';
import { BODY, composeParagraph } from '../../engine/typeset';

const [root, file] = process.argv.slice(2);
if (!root || !file) throw new Error('usage: compose-text ROOT FILE');
const paragraphs = readFileSync(file, 'utf8').split('\n');
const { fonts } = openFonts(root);
const style = { ...BODY, size: 9.5, measure: 13.3 * 9.5 };
composeParagraph([{ text: '版', face: 'song-regular' }], style, fonts); // reads the face
const before = process.cpuUsage();
let lines = 0;
for (const text of paragraphs) lines += composeParagraph([{ text, face: 'song-regular' }], style, fonts).lines.length;
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ lines, milliseconds: (user + system) / 1000 }));
