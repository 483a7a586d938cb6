import type { Plugin } from 'vite';

export function lunarYears(): Plugin;
