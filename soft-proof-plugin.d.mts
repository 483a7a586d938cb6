import type { Plugin } from 'vite';

export function softProof(): Plugin;
