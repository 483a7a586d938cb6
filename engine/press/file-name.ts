/** Characters that some file system forbids, and those that would hide a file or steer a terminal. */
const forbidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]/gu;
/** Bytes of UTF-8 left for the paper's name of the 255 that a file name may have. */
const mostNameBytes = 200;

/** `报名_YYYYMMDD_A01.pdf`, the way print shops file pages. `date` is ISO; one section, A. */
export function pressFileName(paper: string, date: string, page: number): string {
  return `${safeName(paper) || '版'}_${date.replaceAll('-', '')}_A${String(page).padStart(2, '0')}.pdf`;
}

function safeName(name: string): string {
  let safe = '';
  for (const character of name.replace(forbidden, '').trim().replace(/^\.+/, '')) {
    if (new TextEncoder().encode(safe + character).length > mostNameBytes) break;
    safe += character;
  }
  return safe;
}
