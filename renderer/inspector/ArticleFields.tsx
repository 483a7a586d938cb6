import { Eraser } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Article,
  type Block,
  countCharacters,
  flatBody,
  type Id,
  type Issue,
  paragraphText,
} from '../../engine/issue/index';
import { LONGEST_DECK, LONGEST_LINE, MOST_HEAD_LINES } from '../../engine/issue/text-fields';
import { pastedText } from '../../engine/manuscript/paste';
import { CommandButton } from '../controls/CommandButton';
import { HeadBreaks } from '../controls/HeadBreaks';
import { Row, Section } from '../controls/Section';
import { TextField } from '../controls/TextField';
import type { FieldText } from '../proof/text-fields';
import { withText } from '../state/body-text';
import { store } from '../state/store';
import { type ArticleChange, articleEdit } from '../state/text-edits';
import { BodyForms } from './BodyForms';
import { FitMark } from './FitMark';
import { editOfArticle, leave, oneLine, withoutEmptyLines } from './field-text';

interface ArticleFieldsProps {
  readonly article: Article;
  readonly issue: Issue;
  readonly block: Block | undefined;
}

/** Longest name of a recurring column. */
const COLUMN_LENGTH = 20;

/** The words of an article. */
export function ArticleFields({ article, issue, block }: ArticleFieldsProps) {
  const { t } = useTranslation();
  const { id, paragraphs } = article;
  const body = flatBody(article);
  return (
    <Section title={t('inspector.text')}>
      <HeadWords article={article} block={block} />
      <div className="body-head">
        <span className="row-label" aria-hidden="true">
          {t('inspector.body')}
        </span>
        <strong className="figure">{t('inspector.chars', { n: countCharacters(body) })}</strong>
        {block && <FitMark block={block} />}
        <CommandButton command="cleanText" icon={Eraser} />
      </div>
      <BodyForms
        paragraphs={paragraphs}
        onChange={(formed) => store.edit(articleEdit(issue, article, { paragraphs: formed }), 'edit.form')}
      >
        <TextField
          of={{ list: 'articles', id, field: 'body', parts: paragraphs.map(paragraphText) }}
          label={t('inspector.body')}
          value={body}
          normal={(text) => flatBody({ paragraphs: withText(paragraphs, text) })}
          lines="tall"
          onRich={(html) => pastedText(html, new Set(issue.paper.words?.cleanOff ?? []))}
          onText={(text) => change(id, 'body', { paragraphs: withText(paragraphs, text) })}
          onLeave={leave}
        />
      </BodyForms>
    </Section>
  );
}

function change(id: Id, name: string, part: ArticleChange, field = name): void {
  const edit = editOfArticle(id, part);
  if (edit) store.editSoon(edit, `edit.${name}`, `article ${id} ${field}`);
}

type HeadWordsProps = Omit<ArticleFieldsProps, 'issue'>;

/** Everything above the body. Drawn again only when that changes: someone may be writing the body. */
const HeadWords = memo(function HeadWords({ article, block }: HeadWordsProps) {
  const { t } = useTranslation();
  const { id, column = '', kicker, headline, deck, byline } = article;
  const of = (field: FieldText['field'], parts?: readonly string[]): FieldText => ({
    list: 'articles',
    id,
    field,
    ...(parts && { parts }),
  });
  return (
    <>
      <Row label={t('inspector.column')}>
        <TextField
          label={t('inspector.column')}
          value={column}
          maxLength={COLUMN_LENGTH}
          onText={(text) => change(id, 'column', { column: text })}
          onLeave={leave}
        />
      </Row>
      <Row label={t('inspector.kicker')}>
        <TextField
          of={of('kicker')}
          label={t('inspector.kicker')}
          value={kicker}
          maxLength={LONGEST_LINE}
          onText={(text) => change(id, 'kicker', { kicker: text })}
          onLeave={leave}
        />
      </Row>
      <Row label={t('inspector.headline')}>
        <TextField
          of={of('headline', headline)}
          label={t('inspector.headline')}
          value={headline.join('\n')}
          normal={(text) => withoutEmptyLines(text).slice(0, MOST_HEAD_LINES).join('\n')}
          maxLength={LONGEST_LINE}
          lines="few"
          strong
          onText={(text) => change(id, 'headline', { headline: withoutEmptyLines(text).slice(0, MOST_HEAD_LINES) })}
          onLeave={leave}
        />
      </Row>
      <HeadBreaks article={article} block={block} />
      <Row label={t('inspector.deck')}>
        <TextField
          of={of('deck')}
          label={t('inspector.deck')}
          value={deck}
          normal={oneLine}
          maxLength={LONGEST_DECK}
          lines="few"
          onText={(text) => change(id, 'deck', { deck: oneLine(text) })}
          onLeave={leave}
        />
      </Row>
      <Row label={t('inspector.byline')}>
        <div className="byline">
          <TextField
            of={of('lead')}
            label={t('inspector.lead')}
            value={byline.lead}
            placeholder={t('inspector.leadHint')}
            maxLength={LONGEST_LINE}
            onText={(lead) => change(id, 'byline', { byline: { ...byline, lead } }, 'lead')}
            onLeave={leave}
          />
          <TextField
            of={of('credit')}
            label={t('inspector.byline')}
            value={byline.credit}
            placeholder={t('inspector.creditHint')}
            maxLength={LONGEST_LINE}
            onText={(credit) => change(id, 'byline', { byline: { ...byline, credit } }, 'credit')}
            onLeave={leave}
          />
        </div>
      </Row>
    </>
  );
}, looksSame);

function looksSame(one: HeadWordsProps, other: HeadWordsProps): boolean {
  const words = ['id', 'column', 'kicker', 'headline', 'deck', 'byline'] as const;
  return one.block === other.block && words.every((word) => one.article[word] === other.article[word]);
}
