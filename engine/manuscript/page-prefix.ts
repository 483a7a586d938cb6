const prefix =
  /^(?:第\s*(\d{1,2})\s*版|(\d{1,2})\s*版|第([一二三四五六七八])版|([一二三四五六七八])版|[A-Da-d]0?(\d{1,2})(?=[\s_\-－—版.]|$)版?)[\s_\-－—.、：:]*/;

/** The page that a file's name opens with (`2版 …`, `A02_…`, `第三版-…`) and the name after it. */
export function takePage(name: string): { page: number; rest: string } {
  const match = prefix.exec(name);
  if (!match) return { page: 0, rest: name };
  const figure = match[1] ?? match[2] ?? match[5];
  const page = figure === undefined ? '〇一二三四五六七八'.indexOf((match[3] ?? match[4])!) : Number(figure);
  return { page, rest: name.slice(match[0].length) };
}

/** A file's name without folder and extension. */
export function baseName(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return (dot > 0 ? name.slice(0, dot) : name).trim();
}
