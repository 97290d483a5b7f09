import { MoreOutlined } from '@ant-design/icons'
import { usePhone } from '@jianbao/ui'
import { Button, Dropdown } from 'antd'
import type { Unit, UnitAction } from '../../contract/index.ts'
import styles from './unit.module.css'
import { unitTexts } from './unit.texts.ts'

type UnitActionsProps = { readonly unit: Unit; readonly onAct: (act: UnitAction) => void }

/** What the server says one may do with it; within reach of the thumb on a phone. */
export function UnitActions({ unit: { actions }, onAct }: UnitActionsProps) {
  const t = unitTexts.useTexts()
  const phone = usePhone()
  if (actions.length === 0) return null
  const [shown, hidden] = phone ? [actions.slice(0, 2), actions.slice(2)] : [actions, []]
  return (
    <div className={styles['actions']}>
      {shown.map(act => (
        <Button key={act} type={phone && act === 'add' ? 'primary' : 'default'} onClick={() => onAct(act)}>
          {t(phone && act === 'add' ? 'act.addShort' : `act.${act}`)}
        </Button>
      ))}
      {hidden.length > 0 ? (
        <Dropdown
          trigger={['click']}
          placement="topRight"
          menu={{
            items: hidden.map(act => ({ key: act, label: t(`act.${act}`) })),
            onClick: ({ key }) => onAct(key as UnitAction),
          }}
        >
          <Button icon={<MoreOutlined aria-hidden="true" />}>{t('more')}</Button>
        </Dropdown>
      ) : null}
    </div>
  )
}
