import { DownOutlined } from '@ant-design/icons'
import { usePhone } from '@jianbao/ui'
import { Button, Dropdown } from 'antd'
import { type ItemAction, itemFlow, type LedgerItem } from '../../../contract/index.ts'
import { engineTexts } from '../engine.texts.ts'
import { deedsOf } from './item.deeds.ts'
import styles from './item.module.css'
import { itemTexts } from './item.texts.ts'

type DeedBarProps = { readonly item: LedgerItem; readonly onDeed: (action: ItemAction) => void }

/** The one deed of the caller as the big button, its counterpart beside it, the others in a menu; at a phone's foot. */
export function DeedBar({ item, onDeed }: DeedBarProps) {
  const t = itemTexts.useTexts()
  const words = engineTexts.useTexts()
  const phone = usePhone()
  const { main, second, rest } = deedsOf(item)
  if (main === null && rest.length === 0) return null
  return (
    <fieldset className={styles['bar']} aria-label={t('deeds')}>
      {rest.length > 0 ? (
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items: rest.map(action => ({
              key: action,
              label: words(`action.${action}`),
              danger: itemFlow[action].to === 'cancelled',
            })),
            onClick: ({ key }) => onDeed(key as ItemAction),
          }}
        >
          <Button icon={<DownOutlined aria-hidden="true" />} iconPlacement="end">
            {t('more')}
          </Button>
        </Dropdown>
      ) : null}
      {second ? <Button onClick={() => onDeed(second)}>{words(`action.${second}`)}</Button> : null}
      {main ? (
        <Button type="primary" size={phone ? 'middle' : 'large'} onClick={() => onDeed(main)}>
          {words(`action.${main}`)}
        </Button>
      ) : null}
    </fieldset>
  )
}
