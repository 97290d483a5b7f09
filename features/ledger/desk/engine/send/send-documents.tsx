import { DownOutlined } from '@ant-design/icons'
import { useHeldRoles } from '@jianbao/ui'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Dropdown, Tooltip } from 'antd'
import type { ItemFilter } from '../../../contract/index.ts'
import { sendTexts } from './send.texts.ts'
import { circularFilter, mostSent, type SendSource, sendSearch, sentKinds } from './send-source.ts'

/** Who drafts documents about items; where they may, the form says. */
export const useSends = (): boolean => useHeldRoles().includes('coordinator')

/** 发督办单, 发提醒函, 发通报 about some items: each opens the form of a draft. */
export function SendDocuments({ source }: { readonly source: SendSource }) {
  const t = sendTexts.useTexts()
  const navigate = useNavigate()
  const many = 'items' in source && source.items.length > mostSent
  const button = (
    <Button disabled={many} icon={<DownOutlined aria-hidden="true" />} iconPlacement="end">
      {t('send')}
    </Button>
  )
  if (many) return <Tooltip title={t('tooMany', { count: mostSent })}>{button}</Tooltip>
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: sentKinds.map(kind => ({ key: kind, label: t(kind) })),
        onClick: ({ key }) => {
          const kind = sentKinds.find(each => each === key) ?? 'supervision'
          void navigate({ to: '/missives/new', search: sendSearch(kind, source) })
        },
      }}
    >
      {button}
    </Dropdown>
  )
}

/** Of the ledger as it stands under the filters of the list. */
export function SendCircular({ filter }: { readonly filter: ItemFilter }) {
  const t = sendTexts.useTexts()
  return (
    <Link to="/missives/new" search={sendSearch('circular', { filter: circularFilter(filter) })}>
      {t('circular')}
    </Link>
  )
}
