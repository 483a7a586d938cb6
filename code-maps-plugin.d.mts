import type { Plugin } from 'vite';

export function codeMaps(): Plugin;
