import type { Page } from 'playwright-core';
import type { Bridge, OpenedIssue, Outcome } from '../../electron/bridge';

type Method = Exclude<keyof Bridge, 'onProgress' | 'onCommand' | 'onOpened' | 'pathOf'>;
type Answer<M extends Method> = Awaited<ReturnType<Bridge[M]>>;

/** Calls a method of the bridge in the window, with any arguments. */
export function ask<M extends Method>(page: Page, method: M, ...args: readonly unknown[]): Promise<Answer<M>> {
  return page.evaluate(
    ([name, values]) => {
      const { banxin } = globalThis as unknown as { banxin: Record<string, (...args: readonly unknown[]) => Promise<unknown>> };
      return banxin[name]!(...values);
    },
    [method, args] as const,
  ) as Promise<Answer<M>>;
}

/** The value of an outcome; fails the test with the fault's text. */
export function succeeded<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.fault.code}: ${outcome.fault.text}`);
  return outcome.value;
}

export async function openSample(page: Page): Promise<OpenedIssue> {
  return succeeded(await ask(page, 'openSample'));
}
