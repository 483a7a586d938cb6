/** What is wrong with the looks of the window as it stands: words that are cut off, pale or in the other language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../launch';

interface Shown {
  readonly cut: readonly string[];
  readonly pale: readonly string[];
  readonly words: readonly string[];
}

/** In the window's own words: texts that end before their end, and those with less contrast than 4.5. */
export async function faultsOf(page: Page, language: 'zh-CN' | 'en'): Promise<readonly string[]> {
  const { cut, pale, words } = (await page.evaluate(`(${look})()`)) as Shown;
  const other = language === 'en' ? 'zh-CN' : 'en';
  const isForeign = (word: string) =>
    language === 'en'
      ? isOf(word, other) && !isOf(word, language) && !SAID.has(word)
      : LATIN.test(word.replace(KNOWN, '')) && !isOf(word, language);
  return [...cut, ...pale, ...new Set(words.filter(isForeign))];
}

/** Words of a Chinese window that are Latin everywhere: keys, kinds of files, units, paths, addresses, names of the trade. */
const KNOWN =
  /\S*[/@\\]\S*|\{\w+\}|\S+\.(?:jpg|png|banxin)|\b(?:Ctrl|Shift|Alt|Enter|Delete|Esc|Tab|PgUp|PgDn|Home|End|English|PDF|TTF|OTF|TTC|ppi|mm|CMYK|RGB|IFRA\w*|CHENGTANG SHEQU BAO|root)\b/g;
/** What the sample says in the words of the trade, and the languages' own names. */
const SAID = new Set(['图片新闻', '广告', '本报讯', '中文', 'English']);
const LATIN = /[a-z]{3,}/i;

const patterns = { 'zh-CN': patternsOf('zh-CN', /\p{sc=Han}/gu), en: patternsOf('en', /[a-z]/gi) };

function isOf(word: string, language: 'zh-CN' | 'en'): boolean {
  return patterns[language].some((pattern) => pattern.test(word));
}

/** Every sentence of a language with letters of its own in it, the blanks filled with anything. */
function patternsOf(language: string, letters: RegExp): readonly RegExp[] {
  const found: RegExp[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'string') {
      for (const part of Object.values(value as object)) walk(part);
      return;
    }
    const parts = value.split(/\{\{.*?\}\}/);
    // A blank with one letter beside it is anything.
    const least = parts.length > 1 ? 4 : 2;
    if ((parts.join('').match(letters)?.length ?? 0) < least) return;
    found.push(new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's'));
  };
  walk(JSON.parse(readFileSync(join(root, 'renderer', 'i18n', `${language}.json`), 'utf8')));
  return found;
}

/** Runs in the window, as text: so that nothing of this file's build is asked for there. */
const look = `() => {
  const cut = [], pale = [], words = [];
  const style = (e) => getComputedStyle(e);
  const up = function* (e) { for (; e; e = e.parentElement) yield e; };
  const isSeen = (e) => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && ![...up(e)].some((a) => style(a).clipPath !== 'none' || a.matches('.hidden'));
  const isUsers = (e) => e.closest('.manuscript-title, .manuscript-notes, .picture-name, .picture-notes, .folded-message, .overlay, .board, .job') !== null;
  const named = (e, text) => text.slice(0, 40) + ' in ' + e.tagName.toLowerCase() + '.' + e.className;
  const numbers = (colour) => { const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number); return [r, g, b, a]; };
  const over = ([r, g, b, a], under) => [r, g, b].map((c, i) => c * a + under[i] * (1 - a));
  const ground = (e) => [...up(e)].reverse().reduce((under, a) => over(numbers(style(a).backgroundColor), under), [255, 255, 255]);
  const light = (colour) => colour.map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (e) => {
    const under = ground(e);
    const [dark, bright] = [light(over(numbers(style(e).color), under)), light(under)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const e = node.parentElement, text = node.data.trim();
    if (text === '' || e.matches('script, style, option') || !isSeen(e)) continue;
    words.push(text);
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0 || isUsers(e)) continue;
    let isShown = true;
    for (const a of up(e)) {
      const { overflowX, overflowY } = style(a);
      if (a === document.body || overflowX === 'visible') continue;
      const room = a.getBoundingClientRect();
      if (box.right < room.left + 1 || box.left > room.right - 1 || box.bottom < room.top + 1 || box.top > room.bottom - 1) { isShown = false; break; }
      if (box.right > room.right + 1.5 || box.left < room.left - 1.5) { cut.push('cut off: ' + named(e, text)); break; }
      if (overflowY === 'auto' || overflowY === 'scroll') break;
    }
    if (isShown && (box.right > innerWidth + 1 || box.left < -1)) cut.push('outside: ' + named(e, text));
    if (isShown && e.closest(':disabled, [aria-disabled=true], [data-disabled]') === null && contrast(e) < 4.5)
      pale.push('pale ' + contrast(e).toFixed(2) + ': ' + named(e, text));
  }
  for (const e of document.querySelectorAll('select')) {
    if (!isSeen(e)) continue;
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = style(e).font;
    const text = e.selectedOptions[0]?.textContent ?? '';
    if (pen.measureText(text).width > e.clientWidth - parseFloat(style(e).paddingLeft) - parseFloat(style(e).paddingRight) + 1) cut.push('cut off: ' + named(e, text));
    for (const option of e.options) words.push(option.textContent);
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
    for (const e of document.querySelectorAll('[' + name + ']')) if (e.getAttribute(name) !== '') words.push(e.getAttribute(name));
  return { cut, pale, words };
}`;
