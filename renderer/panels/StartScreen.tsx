import {
  CopyPlus,
  FileDown,
  FolderOpen,
  Keyboard,
  LoaderCircle,
  Newspaper,
  Plus,
  Printer,
  Settings,
  WandSparkles,
  WifiOff,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecentIssue } from '../../electron/bridge';
import duikai from '../../templates/duikai.json';
import sikai from '../../templates/sikai.json';
import { CommandButton } from '../controls/CommandButton';
import { Logo } from '../controls/Logo';
import { rove } from '../controls/rove';
import { bridge } from '../state/bridge';
import { newIssue, openRecent } from '../state/opening';
import { useDesk } from '../state/store';
import { LanguageChoice, ThemeChoice } from './AppearanceChoices';
import { useDates } from './dates';
import { TemplatePicture } from './TemplatePicture';
import './start-screen.css';

const TEMPLATES = [sikai, duikai];

export function StartScreen() {
  const { t } = useTranslation();
  const opening = useDesk((state) => state.opening);
  return (
    <div className="start">
      <StartSide />
      <main className="start-main" data-region="start">
        <h2>{t('start.newIssue')}</h2>
        <div className="templates" data-list>
          {TEMPLATES.map((template, index) => (
            <TemplateCard key={template.name} template={template} first={index === 0} />
          ))}
        </div>
        <OwnTemplates />
        <div className="start-columns">
          <section aria-label={t('start.recent')}>
            <h2>{t('start.recent')}</h2>
            <RecentIssues />
          </section>
          <section aria-label={t('start.try')}>
            <h2>{t('start.try')}</h2>
            <div className="card sample">
              <h3>{t('start.sample')}</h3>
              <p>{t('start.sampleText')}</p>
              <CommandButton command="openSample" icon={Newspaper} text={t('command.openSample')} look="outline" />
            </div>
          </section>
        </div>
        {opening !== null && (
          <p className="opening" role="status">
            <LoaderCircle size={16} className="turning" aria-hidden="true" /> {opening || t('start.opening')}
          </p>
        )}
      </main>
    </div>
  );
}

function StartSide() {
  const { t } = useTranslation();
  return (
    <nav className="start-side" aria-label={t('app.name')}>
      <header>
        <Logo size={32} />
        <div>
          <h1>{t('app.name')}</h1>
          <p>{t('app.tagline')}</p>
        </div>
      </header>
      <CommandButton command="new" icon={Plus} text={t('command.new')} look="solid" />
      <CommandButton command="newFromLast" icon={CopyPlus} text={t('command.newFromLast')} look="outline" />
      <CommandButton command="open" icon={FolderOpen} text={t('command.open')} look="outline" />
      <span className="spacer" />
      <p className="offline">
        <WifiOff size={14} aria-hidden="true" /> {t('app.offline')}
      </p>
      <LanguageChoice />
      <ThemeChoice />
      <CommandButton command="settings" icon={Settings} text={t('command.settings')} />
      <CommandButton command="shortcuts" icon={Keyboard} text={t('command.shortcuts')} />
    </nav>
  );
}

type Template = (typeof TEMPLATES)[number];

function TemplateCard({ template, first }: { readonly template: Template; readonly first: boolean }) {
  const { t } = useTranslation();
  const opening = useDesk((state) => state.opening);
  const { name, spec, sections } = template;
  return (
    <button
      type="button"
      className="card template"
      data-item
      onKeyDown={rove}
      tabIndex={first ? 0 : -1}
      disabled={opening !== null}
      onClick={() => newIssue(name)}
    >
      <span className="template-picture">
        <TemplatePicture spec={spec} />
      </span>
      <span className="template-words">
        <strong>{t(`start.template.${name}`)}</strong>
        <span>{`${t('start.size', { ...spec })} · ${t('start.pages', { count: sections.length })}`}</span>
        <span>{t('start.grid', { columns: spec.columns, chars: spec.columnChars, rows: spec.rows })}</span>
      </span>
    </button>
  );
}

/** Templates that the user has kept from issues. */
function OwnTemplates() {
  const { t } = useTranslation();
  const opening = useDesk((state) => state.opening);
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    bridge()
      .templates()
      .then(setNames, () => setNames([]));
  }, []);
  if (names.length === 0) return null;
  return (
    <section aria-label={t('start.ownTemplates')}>
      <h2>{t('start.ownTemplates')}</h2>
      <div className="own-templates" data-list>
        {names.map((name, index) => (
          <button
            key={name}
            type="button"
            className="button"
            data-look="outline"
            data-item
            onKeyDown={rove}
            tabIndex={index === 0 ? 0 : -1}
            disabled={opening !== null}
            onClick={() => newIssue(name)}
          >
            <Newspaper size={16} aria-hidden="true" />
            {name}
          </button>
        ))}
      </div>
    </section>
  );
}

function RecentIssues() {
  const { full } = useDates();
  const opening = useDesk((state) => state.opening);
  const [recent, setRecent] = useState<readonly RecentIssue[]>([]);
  useEffect(() => {
    bridge()
      .recent()
      .then(setRecent, () => setRecent([]));
  }, []);
  if (recent.length === 0) return <NothingDone />;
  return (
    <div className="card recents" data-list>
      {recent.map(({ id, name, folder, opened }, index) => (
        <button
          key={id}
          type="button"
          className="plain-row recent"
          data-item
          onKeyDown={rove}
          tabIndex={index === 0 ? 0 : -1}
          disabled={opening !== null}
          onClick={() => openRecent(id)}
        >
          <Newspaper size={16} aria-hidden="true" />
          <strong>{name}</strong>
          <span className="recent-folder">{folder}</span>
          <span className="figure">{full(opened)}</span>
        </button>
      ))}
    </div>
  );
}

const WAY = [
  { key: 'take', icon: FileDown },
  { key: 'arrange', icon: WandSparkles },
  { key: 'press', icon: Printer },
] as const;

/** Before the first issue: what the program does, in three steps. */
function NothingDone() {
  const { t } = useTranslation();
  return (
    <div className="card nothing-done">
      <Newspaper size={28} strokeWidth={1.5} aria-hidden="true" />
      <strong>{t('start.noRecent')}</strong>
      <p>{t('start.noRecentHint')}</p>
      <ol className="way">
        {WAY.map(({ key, icon: Icon }) => (
          <li key={key}>
            <span className="way-icon">
              <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
            </span>
            <strong>{t(`start.way.${key}`)}</strong>
            <span>{t(`start.way.${key}Text`)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
