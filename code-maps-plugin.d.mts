import type { Plugin } from 'vite';

export function packCodeMaps(read: (name: string) => Buffer): string;
export function codeMaps(): Plugin;
