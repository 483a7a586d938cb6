/** The commands, in the order of the work. Each is a file in commands/ that exports `command`. */
export const commandNames: readonly string[] = [
  'new',
  'import',
  'arrange',
  'check',
  'pack',
  'assemble',
  'press',
  'preflight',
  'handoff',
  'fonts',
  'galley',
  'lines',
];
