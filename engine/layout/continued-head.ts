/** What stands above a story's text that comes from another page (接续标题). */
import { type BodyLine, bodyLine, paragraphLines } from './body-line';
import type { Context } from './context';
import { FACE } from './faces';
import { settingOf } from './form-setting';
import { compose } from './set-text';

const RULE = 0.35;
/** The mark only helps to find the story again: a longer headline is cut short. */
const MOST_LINES = 2;

/** `上接第1版` and the headline on rows of the text at a measure in points, a hairline in the white row below. */
export function continuedHead(context: Context, measure: number, page: number, headline: readonly string[]): BodyLine[] {
  let lines: readonly BodyLine[] = [];
  for (const title of titles(headline)) {
    lines = markLines(context, measure, page, title);
    if (lines.length <= MOST_LINES) break;
  }
  const y = context.grid.em / 2;
  const rule = bodyLine({ rules: [{ x1: 0, y1: y, x2: measure, y2: y, weight: RULE }] });
  return [...lines, rule];
}

/** From the whole headline to none. */
function* titles(headline: readonly string[]): Generator<string> {
  const whole = headline.join(' ').trim();
  if (whole !== '') yield `《${whole}》`;
  const characters = [...(headline[0] ?? '').trim()];
  if (headline.length > 1) yield `《${characters.join('')}》`;
  for (let length = characters.length - 1; length > 1; length--) yield `《${characters.slice(0, length).join('')}……》`;
  yield '';
}

function markLines(context: Context, measure: number, page: number, title: string): BodyLine[] {
  const { style, fonts } = settingOf(context, measure);
  const texts = [{ text: `上接第${page}版`, face: FACE.kai }, ...(title === '' ? [] : [{ text: title, face: FACE.heiBold }])];
  return paragraphLines(compose(texts, { ...style, indent: 0, align: 'left', lastLineLeast: 0 }, fonts));
}
