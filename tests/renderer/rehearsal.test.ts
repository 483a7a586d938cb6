/** The page that is rehearsed is one that the schema would take, no two of its stories are alike, and its keys are an editor's. */
import { afterEach, expect, test, vi } from 'vitest';
import { readIssue } from '../../engine/issue/validate';
import { createLayout } from '../../engine/layout';
import type { Rehearsal } from '../../renderer/compose/protocol';
import { Rehearsing, rehearsalIssue } from '../../renderer/compose/rehearsal';
import { fakeFonts } from '../fake-font';

afterEach(() => {
  vi.useRealTimers();
});

test('the rehearsed issue is a sound document of stories that differ', () => {
  const issue = rehearsalIssue();
  expect(readIssue(JSON.parse(JSON.stringify(issue)))).toEqual(issue);
  const texts = issue.articles.flatMap(({ paragraphs }) => paragraphs.map(({ runs }) => runs[0]!.text));
  expect(new Set(texts).size).toBe(texts.length);
});

test('after the whole page, each step sends the one story that has a character more, and then the end', () => {
  vi.useFakeTimers();
  const sent: Rehearsal['display'][] = [];
  const fonts = fakeFonts();
  const rehearsing = new Rehearsing(
    (issue, kept) => createLayout(issue, fonts, undefined, kept),
    ({ display }) => sent.push(display),
  );
  rehearsing.soon();
  vi.runAllTimers();
  const [whole, ...keys] = sent.slice(0, -1).map((display) => display!.groups.filter((group) => typeof group !== 'number'));
  expect(sent.at(-1)).toBeUndefined();
  const steps = sent.length;
  rehearsing.soon();
  vi.runAllTimers();
  expect(sent).toHaveLength(steps);
  expect(whole!.length).toBeGreaterThanOrEqual(rehearsalIssue().articles.length);
  const story = ({ block }: { readonly block: string }) => block === 'block-0';
  const lengths = [whole!, ...keys].map((groups) => groups.filter(story).reduce((sum, { glyphs }) => sum + glyphs.length, 0));
  expect(keys.every((groups) => groups.filter(({ block }) => block !== '').every(story))).toBe(true);
  expect(lengths).toEqual(lengths.map((_, key) => lengths[0]! + key));
  expect(lengths.length).toBeGreaterThan(10);
});

test('who works is not disturbed: the rehearsal waits until it is called again', () => {
  vi.useFakeTimers();
  const send = vi.fn();
  const rehearsing = new Rehearsing((issue, kept) => createLayout(issue, fakeFonts(), undefined, kept), send);
  rehearsing.soon();
  rehearsing.pause();
  vi.runAllTimers();
  expect(send).not.toHaveBeenCalled();
});
