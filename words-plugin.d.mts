import type { Plugin } from 'vite';

export function packWords(list: string): string;
export function dictionary(): Plugin;
