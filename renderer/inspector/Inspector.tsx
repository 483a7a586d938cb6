import { FileText, Images, LayoutPanelTop, Lock, LockOpen, Megaphone, Newspaper } from 'lucide-react';
import { memo, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block, Issue } from '../../engine/issue/index';
import { isFurniture } from '../../engine/issue/index';
import { CommandButton } from '../controls/CommandButton';
import { ProposalPanel } from '../proposals/ProposalPanel';
import { blockOf, itemOf, materialsOf } from '../state/facts';
import { usePressing } from '../state/pressing';
import { type DeskState, type Material, useDesk } from '../state/store';
import { AdvertisementFields } from './AdvertisementFields';
import { ArrangeFields } from './ArrangeFields';
import { ArticleFields } from './ArticleFields';
import { BlockCures } from './BlockCures';
import { BlockFields } from './BlockFields';
import { BriefsFields } from './BriefsFields';
import { CodeFields } from './CodeFields';
import { FurnitureFields } from './FurnitureFields';
import { GroupFields } from './GroupFields';
import { IssueFields } from './IssueFields';
import { NoticeFields } from './NoticeFields';
import { PictureFields } from './PictureFields';
import { SeveralFields } from './SeveralFields';
import './inspector.css';

const ICONS = { articles: FileText, groups: Images, notices: Newspaper, advertisements: Megaphone };

/** The words and the place of what is selected. */
export function Inspector() {
  const { t } = useTranslation();
  const subject = useSubject();
  return (
    <aside className="inspector" aria-label={t('inspector.title')} data-region="inspector">
      <Telling subject={subject} />
    </aside>
  );
}

/** What is selected or proposed. */
type Subject = Pick<DeskState, 'selection' | 'material' | 'proposals'> & { readonly several: boolean };

/** A press on the page draws its block's frame first, which may be dragged at once: its fields come between two frames, or when the pointer is up. */
function useSubject(): Subject {
  const selection = useDesk((state) => state.selection);
  const material = useDesk((state) => state.material);
  const proposals = useDesk((state) => state.proposals);
  const several = useDesk(({ also }) => also.length > 0);
  const now = useMemo(() => ({ selection, material, proposals, several }), [selection, material, proposals, several]);
  const late = useDeferredValue(now);
  return usePressing() ? late : now;
}

const Telling = memo(function Telling({ subject }: { readonly subject: Subject }) {
  const issue = useDesk((state) => state.issue);
  const { selection, proposals, several } = subject;
  if (!issue) return null;
  if (proposals) return <ProposalPanel proposals={proposals} />;
  if (several) return <SeveralFields />;
  const block = blockOf(issue, selection);
  const chosen = subject.material;
  const stands = chosen && itemOf(issue, chosen.list, chosen.id) ? chosen : undefined;
  const material = stands ?? (block && materialsOf(block)[0]) ?? null;
  return material || block ? <Content issue={issue} block={block} material={material} /> : <IssueFields issue={issue} />;
});

interface ContentProps {
  readonly issue: Issue;
  readonly block: Block | undefined;
  readonly material: Material | null;
}

function Content({ issue, block, material }: ContentProps) {
  return (
    <>
      <Head title={material ? nameOf(issue, material) : ''} block={block} list={material?.list} />
      <div className="inspector-body">
        {block?.content.kind === 'briefs' && material && (
          <BriefsFields block={block} content={block.content} material={material} />
        )}
        {block && <BlockCures block={block.id} />}
        {material && <Words key={`${material.list} ${material.id}`} issue={issue} block={block} material={material} />}
        {block && !isFurniture(block.content) && <BlockFields block={block} issue={issue} />}
        {material && <ArrangeFields issue={issue} material={material} />}
        {block && isFurniture(block.content) && <FurnitureFields issue={issue} />}
      </div>
    </>
  );
}

interface HeadProps {
  readonly title: string;
  readonly block: Block | undefined;
  readonly list: Material['list'] | undefined;
}

/** What is selected, and where it stands. */
const Head = memo(function Head({ title, block, list }: HeadProps) {
  const { t } = useTranslation();
  const page = useDesk((state) => state.page);
  const Icon = list ? ICONS[list] : LayoutPanelTop;
  const kind = block ? t(`block.kind.${block.content.kind}`) : t(`library.kind.${list!}`);
  return (
    <header className="inspector-head">
      <Icon size={16} aria-hidden="true" />
      <div>
        <h2>{title || kind}</h2>
        <p>{`${kind} · ${block ? t('inspector.at', { page }) : t('inspector.unplaced')}`}</p>
      </div>
      {block && (
        <CommandButton
          command="lock"
          icon={block.locked ? Lock : LockOpen}
          title={t(block.locked ? 'inspector.unlock' : 'inspector.lock')}
        />
      )}
    </header>
  );
});

function Words({ issue, block, material: { list, id } }: ContentProps & { readonly material: Material }) {
  switch (list) {
    case 'articles': {
      const article = itemOf(issue, 'articles', id);
      if (!article) return null;
      return (
        <>
          <ArticleFields article={article} issue={issue} block={block} />
          <PictureFields article={article} issue={issue} />
          <CodeFields code={article.code} list="articles" id={id} />
        </>
      );
    }
    case 'groups': {
      const group = itemOf(issue, 'groups', id);
      return group ? <GroupFields group={group} issue={issue} /> : null;
    }
    case 'notices': {
      const notice = itemOf(issue, 'notices', id);
      if (!notice) return null;
      return (
        <>
          <NoticeFields notice={notice} />
          <CodeFields code={notice.code} list="notices" id={id} />
        </>
      );
    }
    case 'advertisements': {
      const advertisement = itemOf(issue, 'advertisements', id);
      if (!advertisement) return null;
      return (
        <>
          <AdvertisementFields advertisement={advertisement} />
          {advertisement.photo === '' && <CodeFields code={advertisement.code} list="advertisements" id={id} />}
        </>
      );
    }
  }
}

function nameOf(issue: Issue, { list, id }: Material): string {
  switch (list) {
    case 'articles':
      return itemOf(issue, list, id)?.headline.join(' ') ?? '';
    case 'groups':
      return itemOf(issue, list, id)?.label ?? '';
    case 'notices':
      return itemOf(issue, list, id)?.title ?? '';
    case 'advertisements':
      return itemOf(issue, list, id)?.title ?? '';
  }
}
