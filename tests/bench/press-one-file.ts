/** All pages of an issue of text in one press file, as no printer asks for it: what each page's own fonts cost is the difference. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLayout, hyphenatorOf } from '../../engine/layout';
import { auditPdf } from '../../engine/press/audit';
import { inflate } from '../../engine/press/node/inflate';
import { PRESS_PROFILE } from '../../engine/press/node/picture-files';
import { pdfTools } from '../../engine/press/node/tools';
import { writePdf } from '../../engine/press/pdf-writer';
import { openIssue } from '../../engine/store';
import { openFonts } from '../../engine/store/font-files';

const [root, folder, file] = process.argv.slice(2) as [string, string, string];
const issue = await openIssue(folder);
const fonts = openFonts(root);
const layout = createLayout(issue, fonts.fonts, await hyphenatorOf(issue));
const intent = { profile: readFileSync(join(root, PRESS_PROFILE)), identifier: 'IFRA26S', info: 'Coldset newsprint' };
const options = { title: issue.paper.name, date: `${issue.date}T00:00:00Z`, standard: 'pdfx4', intent } as const;
const displays = issue.pages.map(({ number }) => layout.page(number).display);
const bytes = writePdf(displays, { ...pdfTools, fontFile: fonts.file }, options);
const faults = await auditPdf(bytes, 'pdfx4', inflate);
if (faults.length > 0) throw new Error(JSON.stringify(faults));
writeFileSync(file, bytes);
