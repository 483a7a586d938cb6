import { describe, expect, test } from 'vitest';
import { readManuscript } from '../../engine/manuscript';
import { articlesOf } from './shapes';

/** Form and text of each paragraph of the only article. */
function forms(text: string): (readonly [string, string])[] {
  const articles = articlesOf(readManuscript(text, 'a.txt'));
  expect(articles).toHaveLength(1);
  return articles[0]!.paragraphs.map(({ runs, form }) => [form ?? 'text', runs.map((run) => run.text).join('')] as const);
}

const opening = '渡口停了两年，今年春天重新开渡，沿岸三个社区的居民又可以坐船过江了。';
const closing = '船工说，雾大的日子仍旧停航，开航与否看码头上挂的旗，红旗停航，绿旗开航。';
const head = '渡口重新开渡';

describe('forms of paragraphs', () => {
  test('an editor’s note, with its label before it or on a line of its own', () => {
    const note = '编者按：本报今起开设“河边记事”栏目，请沿岸居民写写身边的水。';
    expect(forms(`${head}\n\n${note}\n${opening}\n${closing}`)).toEqual([
      ['note', note],
      ['text', opening],
      ['text', closing],
    ]);
    expect(forms(`${head}\n\n${opening}\n【编者按】\n${closing}\n${opening}`).map(([form]) => form)).toEqual([
      'text',
      'note',
      'note',
      'text',
    ]);
  });

  test('an interview by 问 and 答, or by the names behind the questions', () => {
    const turns = [
      '问：为什么停了两年？',
      '答：船板朽了，等木料等了一年多，又等检验。',
      '问：第一个坐船的是谁？',
      '答：是个背书包的孩子。',
    ];
    expect(forms(`${head}\n\n${opening}\n${turns.join('\n')}`).map(([form]) => form)).toEqual([
      'text',
      'question',
      'answer',
      'question',
      'answer',
    ]);
    const named = turns.map((turn) => turn.replace('问', '记者').replace('答', '周阿婆'));
    expect(forms(`${head}\n\n${opening}\n${named.join('\n')}`).map(([form]) => form)).toEqual([
      'text',
      'question',
      'answer',
      'question',
      'answer',
    ]);
  });

  test('a colon alone makes no interview', () => {
    const text = `${head}\n\n${opening}\n提示：${closing}\n地点：青桐里码头东侧台阶，凭身份证登船，老人免票。`;
    expect(forms(text).every(([form]) => form === 'text')).toBe(true);
  });

  test('lines of names', () => {
    const names = ['张小满 李望舒 王禾 陈知远', '赵东 钱晚晴 孙立 周一帆'];
    expect(forms(`${head}\n\n${opening}\n${names.join('\n')}\n${closing}`)).toEqual([
      ['text', opening],
      ['names', names[0]],
      ['names', names[1]],
      ['text', closing],
    ]);
  });

  test('rows of cells parted by tabs, words above figures being their heads', () => {
    const rows = ['日期\t水位\t天气', '3月2日\t2.41\t多云', '3月3日\t2.44\t小雨'];
    const text = `${head}\n\n${opening}\n${rows.join('\n')}\n${closing}`;
    expect(forms(text)).toEqual([['text', opening], ...rows.map((row) => ['row', row]), ['text', closing]]);
    const [, first, second] = articlesOf(readManuscript(text, 'a.txt'))[0]!.paragraphs;
    expect([first!.runs[0]!.form, second!.runs[0]!.form]).toEqual(['bold', 'plain']);
  });

  test('a tab alone makes no table', () => {
    expect(forms(`${head}\n\n\t${opening}\n\t${closing}`).map(([form]) => form)).toEqual(['text', 'text']);
    expect(forms(`${head}\n\n${opening}\n一\t二\n\n${closing}`).every(([form]) => form === 'text')).toBe(true);
  });

  test('who signs and when close a letter', () => {
    expect(forms(`${head}\n\n${opening}\n${closing}\n青桐里居委会\n2026年3月5日`)).toEqual([
      ['text', opening],
      ['text', closing],
      ['signature', '青桐里居委会'],
      ['signature', '2026年3月5日'],
    ]);
  });
});
