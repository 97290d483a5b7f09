import { ActDialog } from '@jianbao/organisation/desk/parts'
import { useState } from 'react'
import { engineTexts } from '../../engine.texts.ts'
import { itemTexts } from '../item.texts.ts'
import { PersonField } from '../person-field.tsx'
import { useDeed } from '../use-deed.ts'
import type { DeedProps } from './deed-props.ts'

/** 交办: to a person of the unit. */
export function HandDialog({ item, onClose }: DeedProps) {
  const t = itemTexts.useTexts()
  const action = engineTexts.useTexts()
  const { act, overtaken } = useDeed(item)
  const [owner, setOwner] = useState<{ id: string; name: string } | null>(null)
  return (
    <ActDialog
      title={action('action.hand')}
      confirm={action('action.hand')}
      cancel={t('cancel')}
      blocked={owner === null}
      overtaken={overtaken}
      onConfirm={() => act('hand', { ownerId: owner!.id })}
      onClose={onClose}
    >
      {item.ownerName ? (
        <p>
          {t('handNow', { name: item.ownerName })}
          {item.ownerLeft ? `（${t('ownerLeft')}）` : ''}
        </p>
      ) : null}
      <PersonField
        label={t('handTo')}
        unitId={item.unitId}
        unitName={item.unitName}
        value={owner}
        onChange={setOwner}
      />
    </ActDialog>
  )
}
