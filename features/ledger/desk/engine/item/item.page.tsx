import { AbsentRecord, isMissing } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { ItemAction, LedgerItem } from '../../../contract/index.ts'
import { ServicePanel } from '../../service/service-panel.tsx'
import { CircularList } from './circular-list.tsx'
import { DeedDialog } from './deeds/deed-dialog.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import { ExtensionList } from './extension-list.tsx'
import styles from './item.module.css'
import { itemQuery } from './item.queries.ts'
import { itemTexts } from './item.texts.ts'
import { ItemBanners } from './item-banners.tsx'
import { ItemFacts } from './item-facts.tsx'
import { ItemHead } from './item-head.tsx'
import { ItemStory } from './item-story.tsx'
import { ItemTarget } from './item-target.tsx'
import { ItemTree } from './item-tree.tsx'
import { ItemWay } from './item-way.tsx'
import { LightBand } from './light-band.tsx'
import { MilestoneLine } from './milestone-line.tsx'
import { SummaryCard } from './summary-card.tsx'

/** One item with its whole story. */
export default function ItemPage() {
  const t = itemTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const item = useQuery(itemQuery(id))
  if (item.data && !isMissing(item.error)) return <OpenItem key={id} item={item.data} />
  return (
    <AbsentRecord
      query={item}
      list="/ledgers"
      title={t('one')}
      back={t('back')}
      missing={t('missing')}
      goList={t('goList')}
    />
  )
}

function OpenItem({ item }: { readonly item: LedgerItem }) {
  const [deed, setDeed] = useState<ItemAction | null>(null)
  const close = useCallback(() => setDeed(null), [])
  return (
    <>
      <ItemHead item={item} onDeed={setDeed} />
      <div className={styles['page']}>
        <div className={styles['wide']}>
          <ItemBanners item={item} onDeed={setDeed} />
          <ItemWay item={item} />
        </div>
        <div className={styles['main']}>
          {item.summary ? <SummaryCard summary={item.summary} /> : null}
          <EvidenceCard item={item} />
          {item.kind === 'service' ? <ServicePanel itemId={item.id} /> : null}
          <ItemTree item={item} />
          <ExtensionList item={item} />
          <ItemStory item={item} />
        </div>
        <div className={styles['side']}>
          <div className={styles['first']}>
            <ItemTarget item={item} />
            <MilestoneLine item={item} />
            <ItemFacts item={item} />
          </div>
          <div className={styles['last']}>
            <LightBand item={item} />
            <CircularList item={item} />
          </div>
        </div>
      </div>
      {deed ? <DeedDialog item={item} action={deed} onClose={close} /> : null}
    </>
  )
}
