import { describe, expect, test } from 'vitest';
import { MENU } from '../../electron/bridge-menu';
import { i18n } from '../../renderer/i18n';
import en from '../../renderer/i18n/en.json';
import zh from '../../renderer/i18n/zh-CN.json';
import { commands, type DeskCommand } from '../../renderer/state/commands';
import { KEYS, keyOf } from '../../renderer/state/keys';
import { shortcutOf, shortcutOfEvent, shortcutText } from '../../renderer/state/shortcuts';

type Words = { readonly [key: string]: string | Words };

function keysOf(words: Words, prefix = ''): readonly string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  );
}

function textAt(words: Words, key: string): string {
  const value = key
    .split('.')
    .reduce<string | Words | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), words);
  return typeof value === 'string' ? value : '';
}

const names = Object.keys(commands) as DeskCommand[];

describe('the words of the window', () => {
  test('have the same keys in both languages, but for the singular of English', () => {
    expect(keysOf(en).filter((key) => !key.endsWith('_one'))).toEqual(keysOf(zh));
    const plurals = keysOf(en).filter((key) => textAt(en, key).includes('{{count}}'));
    const singulars = plurals.filter((key) => key.endsWith('_one'));
    expect(singulars.map((key) => key.replace(/_one$/, ''))).toEqual(plurals.filter((key) => !key.endsWith('_one')));
  });

  test('say one of a thing in the singular', async () => {
    await i18n.changeLanguage('en');
    expect([1, 2].map((count) => i18n.t('problems.warnings', { count }))).toEqual(['1 note', '2 notes']);
    await i18n.changeLanguage('zh-CN');
    expect([1, 2].map((count) => i18n.t('problems.warnings', { count }))).toEqual(['1 提示', '2 提示']);
  });

  test('have the same blanks in both languages', () => {
    const blanks = (text: string) => [...new Set(text.match(/\{\{\w+(?:, \w+)?\}\}/g))].sort();
    for (const key of keysOf(zh)) expect([key, blanks(textAt(en, key))]).toEqual([key, blanks(textAt(zh, key))]);
  });

  test('leave nothing empty', () => {
    for (const words of [zh, en]) expect(keysOf(words).filter((key) => textAt(words, key).trim() === '')).toEqual([]);
  });

  test('are Chinese in Chinese', () => {
    // Standards of the press are called by their names.
    const latin = keysOf(zh).filter((key) =>
      /[A-Za-z]{2,}/.test(textAt(zh, key).replace(/\{\{\w+(?:, \w+)?\}\}|PDF\/X-\w+/g, '')),
    );
    expect(latin).toEqual(['command.languageEn', 'faces.hint']);
  });

  test('name every command', () => {
    for (const name of names) expect(keysOf(zh)).toContain(`command.${name}`);
  });
});

describe('the table', () => {
  test('has a command for every key', () => {
    expect(Object.keys(KEYS).filter((name) => !(name in commands))).toEqual([]);
    for (const name of names) expect(commands[name].shortcut).toEqual(keyOf(name));
  });

  test('has every command that an editor knows from the desk, with its key', () => {
    const wanted = {
      'Mod+N': 'new',
      'Mod+O': 'open',
      'Mod+D': 'import',
      'Mod+S': 'save',
      'Mod+Shift+S': 'versions',
      'Mod+P': 'proof',
      'Mod+E': 'press',
      'Mod+Shift+E': 'handoff',
      'Mod+,': 'settings',
      'Mod+Z': 'undo',
      'Mod+Y': 'redo',
      'Mod+F': 'findText',
      'Mod+A': 'selectAll',
      Escape: 'selectNone',
      Delete: 'takeOffPage',
      'Mod+K': 'palette',
      'Mod+/': 'shortcuts',
      V: 'toolSelect',
      T: 'toolText',
      I: 'toolPicture',
      F: 'toolFrame',
      H: 'toolHand',
      Z: 'toolZoom',
      'Mod+=': 'zoomIn',
      'Mod+-': 'zoomOut',
      'Mod+0': 'fitPage',
      'Mod+1': 'actualSize',
      'Mod+2': 'fitSelection',
      "Mod+'": 'toggleGrid',
      'Mod+R': 'toggleRulers',
      W: 'togglePlain',
      'Alt+0': 'plateAll',
      'Alt+1': 'plateC',
      'Alt+2': 'plateM',
      'Alt+3': 'plateY',
      'Alt+4': 'plateK',
      'Alt+5': 'plateSpot',
      'Alt+6': 'plateInk',
      'Mod+\\': 'toggleLeft',
      'Mod+Shift+\\': 'toggleRight',
      'Mod+J': 'toggleBottom',
      PageUp: 'previousPage',
      PageDown: 'nextPage',
      'Mod+G': 'goToPage',
      'Mod+L': 'lock',
      ArrowLeft: 'moveLeft',
      ArrowRight: 'moveRight',
      ArrowUp: 'moveUp',
      ArrowDown: 'moveDown',
      'Alt+ArrowRight': 'wider',
      'Alt+ArrowLeft': 'narrower',
      'Alt+ArrowDown': 'taller',
      'Alt+ArrowUp': 'shorter',
      '[': 'fewerColumns',
      ']': 'moreColumns',
      'Mod+Shift+.': 'largerHead',
      'Mod+Shift+,': 'smallerHead',
      'Shift+X': 'direction',
      B: 'outline',
      'Shift+B': 'tint',
      K: 'splitBlock',
      M: 'mergeBlocks',
      'Mod+Shift+G': 'sendToPage',
      Enter: 'editWords',
      'Mod+Enter': 'editStory',
      'Mod+Shift+R': 'propose',
      'Mod+Alt+R': 'arrangeRest',
      F8: 'nextProblem',
      'Shift+F8': 'previousProblem',
      'Alt+Enter': 'cure',
      'Mod+Alt+1': 'runInHeading',
      'Mod+B': 'bold',
      'Mod+Alt+K': 'kai',
      'Mod+Alt+C': 'cleanText',
      'Mod+Shift+D': 'showChanges',
      F7: 'nextFinding',
      F6: 'nextRegion',
      'Shift+F6': 'previousRegion',
    };
    const held = Object.entries(wanted).map(([key, name]) => [
      key,
      shortcutOf(commands[name as DeskCommand]?.shortcut ?? '', false),
    ]);
    expect(held.filter(([key, own]) => key !== own)).toEqual([]);
  });

  test('is in the native menu, but for what only lists and proposals have', () => {
    const items = Object.values(MENU)
      .flat(2)
      .flatMap((item) => (typeof item === 'string' ? item : [...item.items]));
    const roles = ['cut', 'copy', 'paste'];
    expect(items.filter((name) => !roles.includes(name) && !(name in commands))).toEqual([]);
    expect(items).toEqual([...new Set(items)]);
    const missing = names.filter((name) => commands[name].shortcut && !(items as readonly string[]).includes(name));
    expect(missing.filter((name) => !commands[name].inPreview)).toEqual(['nextBlock', 'previousBlock']);
  });
});

describe('shortcuts', () => {
  test.each([
    ['macOS', true],
    ['elsewhere', false],
  ])('do not collide on %s', (_, mac) => {
    const used = (preview: boolean) =>
      names.flatMap((name) => {
        const { shortcut, inPreview = false, leaves = false } = commands[name];
        return shortcut && inPreview === preview && !leaves ? [shortcutOf(shortcut, mac)] : [];
      });
    for (const all of [used(true), used(false)]) expect(all).toEqual([...new Set(all)]);
  });

  test('that a command leaves to another are asked of it first', () => {
    for (const [at, name] of names.entries()) {
      const { shortcut, leaves } = commands[name];
      if (shortcut && leaves)
        expect(names.slice(0, at).filter((other) => shortcutOf(commands[other].shortcut ?? '') === shortcutOf(shortcut))).toEqual(
          [],
        );
    }
  });

  test('of the proposals are asked first while there are some', () => {
    const preview = names.filter((name) => commands[name].inPreview);
    expect(preview).not.toEqual([]);
    expect(names.slice(0, preview.length)).toEqual(preview);
  });

  test('are left to Chinese input methods where those have them', () => {
    const used = names.flatMap((name) => commands[name].shortcut ?? []).map((shortcut) => shortcutOf(shortcut, false));
    for (const taken of ['Mod+Space', 'Shift', 'Mod+.', 'Mod+Shift+F']) expect(used).not.toContain(taken);
  });

  const press = { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

  test('are read from the key pressed, wherever it stands on the keyboard', () => {
    expect(shortcutOfEvent({ ...press, key: 'z', code: 'KeyW', ctrlKey: true }, false)).toBe('Mod+Z');
    expect(shortcutOfEvent({ ...press, key: 'Z', code: 'KeyZ', metaKey: true, shiftKey: true }, true)).toBe('Mod+Shift+Z');
    expect(shortcutOfEvent({ ...press, key: '®', code: 'KeyR', altKey: true, metaKey: true }, true)).toBe('Mod+Alt+R');
    expect(shortcutOfEvent({ ...press, key: '|', code: 'Backslash', ctrlKey: true, shiftKey: true }, false)).toBe('Mod+Shift+\\');
    expect(shortcutOfEvent({ ...press, key: 'PageDown', code: 'PageDown' }, false)).toBe('PageDown');
  });

  test('are written as the platform writes them', () => {
    expect(shortcutText('Mod+Shift+R', true)).toBe('⇧⌘R');
    expect(shortcutText('Mod+Shift+R', false)).toBe('Ctrl+Shift+R');
    expect(shortcutText('Alt+ArrowRight', true)).toBe('⌥→');
    expect(shortcutText('PageUp', false)).toBe('PgUp');
  });
});
