import type { Issue } from '../../engine/issue/index';
import { textOfRef } from '../state/field-texts';
import type { Hit } from './search';

/** Characters shown on either side of a hit. */
const BESIDE = 14;

/** A hit as it stands and what is meant to stand there, with a little of the text around it. */
export function Preview({ issue, hit: { ref, from, to, found, instead } }: { readonly issue: Issue; readonly hit: Hit }) {
  const text = textOfRef(issue, ref) ?? '';
  return (
    <span className="find-preview">
      {line(text.slice(Math.max(0, from - BESIDE), from))}
      {instead === '' ? <mark>{line(found)}</mark> : <del>{line(found)}</del>}
      {instead !== '' && <ins>{line(instead)}</ins>}
      {line(text.slice(to, to + BESIDE))}
    </span>
  );
}

function line(text: string): string {
  return text.replace(/\n/g, '¶').replace(/\t/g, ' ');
}
