/** Runs at `npm ci`: unwraps the fonts that npm packages ship as WOFF into .cache/fonts/, once. */
import { prepareFonts } from '../engine/store/font-cache';
import { programRoot } from '../engine/store/program';
import { languageOf, sentenceFor } from './messages';

try {
  prepareFonts(programRoot());
} catch (error) {
  process.exitCode = 1;
  void sentenceFor(error, languageOf(process.env)).then((sentence) => process.stderr.write(`${sentence}\n`));
}
