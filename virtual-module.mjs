/**
 * A module that is made while the program is built, for what the program needs of a library without carrying it.
 *
 * @param {string} name imported as `virtual:name`
 * @param {() => string | Promise<string>} sourceOf gives its source; asked once a build
 * @returns {import('vite').Plugin}
 */
export function virtualModule(name, sourceOf) {
  const module = `virtual:${name}`;
  const resolved = `\0${module}`;
  return {
    name,
    resolveId: (id) => (id === module ? resolved : undefined),
    load: (id) => (id === resolved ? sourceOf() : undefined),
  };
}
