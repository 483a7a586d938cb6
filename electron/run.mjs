/** Runs the built editor: `npm run app -- [--sample | FOLDER]`. */
import { openEditor } from './open-editor.mjs';

process.exitCode = await openEditor(process.argv.slice(2));
