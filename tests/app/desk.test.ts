/** The desk by mouse and keyboard on the real Electron: its topics follow each other in one window. */
import { afterAll, beforeAll } from 'vitest';
import { launched, openDesk } from './desk/window';
import './desk/blocks';
import './desk/tools';
import './desk/views';

beforeAll(openDesk);
afterAll(() => launched.close());
