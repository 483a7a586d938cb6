import { useTranslation } from 'react-i18next';
import type { Issue } from '../../engine/issue/index';
import { CheckField } from '../controls/CheckField';
import { Row } from '../controls/Section';
import { Segments } from '../controls/Segments';
import type { PressChoice } from '../state/jobs';
import { HandoffPanel } from './HandoffPanel';

interface PressSettingsProps {
  readonly issue: Issue;
  readonly choice: PressChoice;
  readonly disabled: boolean;
  /** Errors stand against printing. */
  readonly blocked: boolean;
  readonly onChoice: (choice: PressChoice) => void;
}

const STANDARDS = [
  { value: 'pdfx4', title: 'PDF/X-4' },
  { value: 'pdfx1a', title: 'PDF/X-1a' },
] as const;

const EXPLAINED: Readonly<Record<PressChoice['files'], string>> = {
  pages: 'press.allPages',
  issue: 'press.allTogether',
  readers: 'press.allSpreads',
  sheets: 'press.allSheets',
};

/** How the press files are made, and what goes to the print shop with them. */
export function PressSettings({ issue, choice, disabled, blocked, onChoice }: PressSettingsProps) {
  const { t } = useTranslation();
  const { spec, paper, pages } = issue;
  return (
    <section className="press-settings" aria-label={t('press.delivery')}>
      <h3>{t('press.delivery')}</h3>
      <Row label={t('press.standard')}>
        <Segments
          label={t('press.standard')}
          value={choice.standard}
          choices={STANDARDS}
          disabled={disabled}
          onChoice={(standard) => onChoice({ ...choice, standard })}
        />
      </Row>
      <Row label={t('press.spot')}>
        <CheckField
          label={t('press.spotHint', { name: paper.accentSpot })}
          checked={choice.spot}
          disabled={disabled}
          onChange={(spot) => onChoice({ ...choice, spot })}
        />
      </Row>
      <h3>{t('press.pages')}</h3>
      <Row label={t('press.imposition')}>
        <Segments
          label={t('press.imposition')}
          value={choice.files}
          choices={[
            { value: 'pages', title: t('press.single') },
            { value: 'issue', title: t('press.together') },
            { value: 'readers', title: t('press.spreads') },
            { value: 'sheets', title: t('press.imposed') },
          ]}
          disabled={disabled}
          onChoice={(files) => onChoice({ ...choice, files })}
        />
      </Row>
      <p>{t(EXPLAINED[choice.files], { n: pages.length })}</p>
      <CheckField
        label={t('press.marks')}
        checked={choice.marks ?? false}
        disabled={disabled}
        onChange={(marks) => onChoice({ ...choice, marks })}
      />
      <h3>{t('press.size')}</h3>
      <p className="figure">{t('press.sizeOf', { ...spec })}</p>
      <HandoffPanel disabled={disabled} blocked={blocked} />
    </section>
  );
}
