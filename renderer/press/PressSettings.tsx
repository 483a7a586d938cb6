import { useTranslation } from 'react-i18next';
import type { Issue } from '../../engine/issue/index';
import type { PressChoice } from '../../engine/press/handoff/preset';
import { CheckField } from '../controls/CheckField';
import { Row } from '../controls/Section';
import { Segments } from '../controls/Segments';
import { choiceIn, wishPress } from '../state/press-choice';
import { useDesk } from '../state/store';
import { HandoffPanel } from './HandoffPanel';
import { ShopPanel } from './ShopPanel';

interface PressSettingsProps {
  readonly issue: Issue;
  readonly disabled: boolean;
  /** Errors stand against printing. */
  readonly blocked: boolean;
}

const STANDARDS = [
  { value: 'pdfx4', title: 'PDF/X-4' },
  { value: 'pdfx1a', title: 'PDF/X-1a' },
] as const;

const MARKS = ['crop', 'registration', 'colourBar', 'slugLine'] as const;

/** What the press writes: imposed files instead of those of pages. */
const EXPLAINED: Readonly<Record<PressChoice['files'] | PressChoice['imposition'], string>> = {
  none: '',
  pages: 'press.allPages',
  issue: 'press.allTogether',
  readers: 'press.allSpreads',
  sheets: 'press.allSheets',
};

/** How the press files are made and what goes to the print shop with them: the shop's preset to begin with. */
export function PressSettings({ issue, disabled, blocked }: PressSettingsProps) {
  const { t } = useTranslation();
  const shop = useDesk((state) => state.shop);
  const pressWish = useDesk((state) => state.pressWish);
  const choice = choiceIn({ shop, pressWish });
  const { standard, spot, files, imposition, marks } = choice;
  const { spec, paper, pages } = issue;
  const bleed = shop?.preset?.bleed ?? spec.bleed;
  const n = pages.length;
  return (
    <section className="press-settings" aria-label={t('press.delivery')}>
      <ShopPanel disabled={disabled} />
      <h3>{t('press.delivery')}</h3>
      <Row label={t('press.standard')}>
        <Segments
          label={t('press.standard')}
          value={standard}
          choices={STANDARDS}
          disabled={disabled}
          onChoice={(next) => wishPress({ standard: next })}
        />
      </Row>
      <Row label={t('press.spot')}>
        <CheckField
          label={t('press.spotHint', { name: paper.accentSpot })}
          checked={spot}
          disabled={disabled}
          onChange={(on) => wishPress({ spot: on })}
        />
      </Row>
      <h3>{t('press.bleedAndMarks')}</h3>
      <p className="figure">{t('press.sizeOf', { ...spec, bleed })}</p>
      <div className="press-marks">
        {MARKS.map((mark) => (
          <CheckField
            key={mark}
            label={t(`shop.field.marks-${mark}`)}
            checked={marks[mark]}
            disabled={disabled}
            onChange={(on) => wishPress({ marks: { ...marks, [mark]: on } })}
          />
        ))}
      </div>
      <h3>{t('press.pages')}</h3>
      <Row label={t('press.files')}>
        <Segments
          label={t('press.files')}
          value={files}
          choices={[
            { value: 'pages', title: t('press.single') },
            { value: 'issue', title: t('press.together') },
          ]}
          disabled={disabled}
          onChoice={(next) => wishPress({ files: next })}
        />
      </Row>
      <Row label={t('press.imposition')}>
        <Segments
          label={t('press.imposition')}
          value={imposition}
          choices={[
            { value: 'none', title: t('press.notImposed') },
            { value: 'readers', title: t('press.spreads') },
            { value: 'sheets', title: t('press.imposed') },
          ]}
          disabled={disabled}
          onChoice={(next) => wishPress({ imposition: next })}
        />
      </Row>
      <p>{t('press.writes', { files: t(EXPLAINED[imposition === 'none' ? files : imposition], { n }) })}</p>
      {imposition !== 'none' && <p>{t('handoff.writes', { files: t(EXPLAINED[files], { n }) })}</p>}
      <HandoffPanel disabled={disabled} blocked={blocked} />
    </section>
  );
}
