import { usePhone } from '@jianbao/ui'
import { Alert, Button } from 'antd'
import type { ItemAction, LedgerItem } from '../../../contract/index.ts'
import { engineTexts } from '../engine.texts.ts'
import { itemTexts } from './item.texts.ts'
import { localDayOf } from './local-day.ts'
import { useDayWords } from './use-item-words.ts'

type ItemBannersProps = { readonly item: LedgerItem; readonly onDeed: (action: ItemAction) => void }
const flags = ['evidence', 'adoption', 'satisfaction'] as const

/** What somebody has to look into: proof that fell after closing, an owner who has left. */
export function ItemBanners({ item, onDeed }: ItemBannersProps) {
  const t = itemTexts.useTexts()
  const words = engineTexts.useTexts()
  const dayWords = useDayWords()
  const phone = usePhone()
  const flag = flags.find(one => one === item.flag) ?? 'other'
  const button = (action: ItemAction) =>
    item.actions.includes(action) ? (
      <Button key={action} size="small" onClick={() => onDeed(action)}>
        {words(`action.${action}`)}
      </Button>
    ) : null
  return (
    <>
      {item.flag === null ? null : (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={
            item.flaggedAt === null
              ? t(`flag.${flag}`)
              : t('flagSince', { what: t(`flag.${flag}`), day: dayWords(localDayOf(item.flaggedAt)) })
          }
          description={
            item.actions.includes('unflag') ? t('flagWords') : t('flagRead', { keeper: item.keeperName })
          }
          // On a phone both lie under the thumb, and the words need the room.
          action={
            phone ? null : (
              <>
                {button('unflag')} {button('reopen')}
              </>
            )
          }
        />
      )}
      {item.ownerLeft && item.light !== null ? (
        <Alert
          type="warning"
          showIcon
          title={t('ownerLeftWords', { name: item.ownerName })}
          // The lead of its unit hands it over; whoever keeps it names another.
          action={button('hand') ?? button('amend')}
        />
      ) : null}
    </>
  )
}
