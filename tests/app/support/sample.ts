/** The sample issue in a window, as most tests of the desk begin. */
import { type Launched, type LaunchOptions, launch } from '../launch';

/** Opens it and waits until all its pages are composed. */
export async function launchSample(options: Omit<LaunchOptions, 'args'> = {}): Promise<Launched> {
  const launched = await launch({ ...options, args: ['--sample'] });
  await launched.page.locator('.verdict[data-tone]').nth(3).waitFor({ timeout: 120_000 });
  return launched;
}
