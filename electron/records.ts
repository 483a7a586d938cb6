/** Versions, signatures, packages and templates of open issues, for the window. */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { InputError } from '../engine/errors';
import { type Issue, readIssue } from '../engine/issue';
import {
  conflictCopies,
  ownTemplateNames,
  putAway,
  readVersion,
  savedVersions,
  saveTemplate,
  saveVersion,
  signEntries,
  signPages,
  writeWhole,
} from '../engine/store';
import { assemble, packPart } from '../engine/store/packages';
import { packageReports } from '../shell/package-report';
import { type Language, sentenceFor } from '../shell/say';
import { pageStates } from '../shell/sign-off-report';
import { signSheet } from '../shell/sign-sheet';
import type { AssemblyResult, ConflictRule, PackagePart, SignedPage, SignRequest, VersionRow } from './bridge-records';
import * as dialogs from './dialogs';
import type { Issues } from './issues';
import { nameOf } from './issues';

/** A copy of a cloud drive is named by its file. */
const COPY = 'copy:';

export class Records {
  /** Files of an assembly that waits for decisions. */
  private readonly waiting = new Map<string, readonly string[]>();

  constructor(
    private readonly issues: Issues,
    private readonly asking: () => dialogs.Asking,
    private readonly faces: () => readonly string[],
  ) {}

  private get language(): Language {
    return this.asking().language;
  }

  async versions(handle: string): Promise<readonly VersionRow[]> {
    const folder = this.issues.requireFolder(handle);
    const copies = (await conflictCopies(folder)).map(async ({ name, time, content }): Promise<VersionRow> => {
      const problem = content instanceof InputError ? await sentenceFor(content, this.language) : '';
      return { id: `${COPY}${name}`, name, reason: 'copy', who: '', time, problem };
    });
    const versions = (await savedVersions(folder)).map(
      ({ id, name, reason, who, time }): VersionRow => ({ id, name, reason, who, time, problem: '' }),
    );
    return [...(await Promise.all(copies)), ...versions];
  }

  async saveVersion(handle: string, issue: Issue, name: string): Promise<null> {
    await this.issues.requireDesk(handle);
    await saveVersion(this.issues.requireFolder(handle), readIssue(issue), { name, reason: 'named' });
    return null;
  }

  async readVersion(handle: string, id: string): Promise<Issue> {
    const folder = this.issues.requireFolder(handle);
    if (!id.startsWith(COPY)) return readVersion(folder, id);
    const copy = (await conflictCopies(folder)).find(({ name }) => name === id.slice(COPY.length));
    if (!copy) throw new InputError('store.noVersion', { file: folder, version: id });
    if (copy.content instanceof InputError) throw copy.content;
    return copy.content;
  }

  async putAway(handle: string, id: string): Promise<null> {
    await this.issues.requireDesk(handle);
    await putAway(this.issues.requireFolder(handle), id.slice(COPY.length));
    return null;
  }

  async signatures(handle: string, issue: Issue): Promise<readonly SignedPage[]> {
    return pageStates(readIssue(issue), await signEntries(this.issues.requireFolder(handle)));
  }

  async sign(handle: string, issue: Issue, request: SignRequest): Promise<readonly SignedPage[]> {
    await this.issues.requireDesk(handle);
    const sound = readIssue(issue);
    return pageStates(sound, await signPages(this.issues.requireFolder(handle), sound, request));
  }

  async signSheet(handle: string, issue: Issue): Promise<string | null> {
    const folder = this.issues.requireFolder(handle);
    const file = await dialogs.askSheetFile(this.asking(), nameOf(folder));
    if (file === undefined) return null;
    await writeWhole(file, await signSheet(readIssue(issue), await signEntries(folder), this.language));
    return basename(file);
  }

  async pack(handle: string, part: PackagePart): Promise<string | null> {
    const folder = this.issues.requireFolder(handle);
    const file = await dialogs.askPackageFile(this.asking(), nameOf(folder), 'page' in part ? part.page : 0);
    if (file === undefined) return null;
    await writeWhole(file, (await packPart(folder, part)).bytes);
    return basename(file);
  }

  async assemble(
    handle: string,
    token: string | null,
    rules: Readonly<Record<string, ConflictRule>>,
    rule: ConflictRule | null,
  ): Promise<AssemblyResult | null> {
    await this.issues.requireDesk(handle);
    const files = token === null ? await dialogs.askPackages(this.asking()) : this.waiting.get(token);
    if (files === undefined) return null;
    const ruleOf = (unit: string) => (Object.hasOwn(rules, unit) ? rules[unit] : undefined) ?? rule ?? undefined;
    const assembly = await assemble(this.issues.requireFolder(handle), files, { ruleOf, faces: this.faces() });
    const isOpen = assembly.conflicts.length > 0;
    const name = token ?? randomUUID();
    if (isOpen) this.waiting.set(name, files);
    else this.waiting.delete(name);
    const packages = packageReports(assembly).map(({ file, page, added, replaced, kept, conflicts }) => {
      return { file: basename(file), page, added: added.length, replaced: replaced.length, kept: kept.length, conflicts };
    });
    const result = { token: name, packages, absentFonts: assembly.absentFonts, changed: assembly.changed && !isOpen };
    return isOpen ? result : { ...result, issue: await this.issues.adopt(handle) };
  }

  templates(): Promise<readonly string[]> {
    return ownTemplateNames();
  }

  async saveTemplate(handle: string, issue: Issue, name: string): Promise<null> {
    await saveTemplate(name, readIssue(issue), this.issues.requireFolder(handle));
    return null;
  }
}
