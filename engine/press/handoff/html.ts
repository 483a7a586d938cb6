/** HTML of reports that stand alone: text is escaped, pictures are inside, nothing is fetched. */

/** Text that is safe between tags and in double-quoted attributes. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** `data:image/jpeg;base64,…` */
export function dataUri(bytes: Uint8Array, type: 'image/jpeg' | 'image/png'): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i]!, bytes[i + 1] ?? 0, bytes[i + 2] ?? 0];
    const left = bytes.length - i;
    parts.push(
      alphabet[a >> 2]! +
        alphabet[((a & 3) << 4) | (b >> 4)]! +
        (left > 1 ? alphabet[((b & 15) << 2) | (c >> 6)]! : '=') +
        (left > 2 ? alphabet[c & 63]! : '='),
    );
  }
  return `data:${type};base64,${parts.join('')}`;
}

const style = `
:root { color-scheme: light; --ink: #1c1c1a; --soft: #6b6b66; --line: #d8d6cf; --ground: #f6f5f1; --error: #b3261e; --warning: #9a6700; --good: #1f6f43; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.6 "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 40px 32px 64px; background: #fff; }
h1 { font-size: 28px; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: 19px; margin: 40px 0 12px; padding-bottom: 6px; border-bottom: 2px solid var(--ink); }
h3 { font-size: 15px; margin: 20px 0 8px; }
p { margin: 4px 0; } .soft { color: var(--soft); } .figure { font-variant-numeric: tabular-nums; }
.verdict { margin: 20px 0; padding: 14px 18px; border-left: 6px solid; background: var(--ground); font-size: 17px; font-weight: 600; }
.verdict.good { border-color: var(--good); } .verdict.bad { border-color: var(--error); } .verdict.fair { border-color: var(--warning); }
.table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 13.5px; } th { text-align: left; color: var(--soft); font-weight: 500; }
th, td { padding: 6px 10px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; } th { white-space: nowrap; } td.number, td.figure { white-space: nowrap; } td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
code { font: 12px/1.5 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; word-break: break-all; }
.error { color: var(--error); font-weight: 600; } .warning { color: var(--warning); font-weight: 600; }
.page { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 24px; margin-top: 16px; align-items: start; }
.sheet { position: relative; } .sheet img { width: 100%; display: block; border: 1px solid var(--line); }
.sheet b { position: absolute; transform: translate(-50%, -50%); min-width: 22px; height: 22px; padding: 0 5px; border-radius: 11px; background: var(--warning); color: #fff; font-size: 12px; line-height: 22px; text-align: center; }
.sheet b.error { background: var(--error); color: #fff; }
.plates { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 12px; break-inside: avoid; } .plates figure { margin: 0; } .plates img { width: 100%; border: 1px solid var(--line); display: block; }
figcaption { font-size: 12px; color: var(--soft); font-variant-numeric: tabular-nums; }
ol { padding-left: 22px; margin: 8px 0; } li { margin: 6px 0; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 20px; align-items: start; } .pair figure { margin: 0; position: relative; }
.pair .sheet i { position: absolute; border: 2px solid var(--error); background: rgb(179 38 30 / 12%); }
.text p { padding: 6px 0; border-bottom: 1px solid var(--line); }
del { color: var(--error); background: #fbeae9; } ins { color: var(--good); background: #e8f4ec; text-decoration: underline; text-underline-offset: 3px; }
@page { size: A4; margin: 14mm; }
@media print { body { background: #fff; font-size: 10.5pt; } main { max-width: none; padding: 0; } table { font-size: 9pt; } code { font-size: 7.5pt; } .table { overflow: visible; }
  tr, li, figure, .page, .pair { break-inside: avoid; } h2, h3 { break-after: avoid; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
@media screen and (max-width: 720px) { .page, .pair { grid-template-columns: 1fr; } .plates { grid-template-columns: repeat(3, minmax(0, 1fr)); } main { padding: 20px 16px 40px; } h1 { font-size: 24px; } h2 { margin-top: 32px; } table { font-size: 12.5px; } th, td { padding-right: 14px; } }
`;

/** A document around a body that is HTML already. */
export function htmlDocument(title: string, language: 'zh' | 'en', body: string): string {
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`;
}

/** Rows of cells that are HTML already; what is wider than a telephone's window is drawn aside by itself. */
export function htmlTable(head: string, rows: readonly string[]): string {
  return `<div class="table"><table><thead><tr>${head}</tr></thead><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('')}</tbody></table></div>`;
}
