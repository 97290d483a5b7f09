import { answer, api, FormField, useProblemText } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { App, Select } from 'antd'
import { tourTexts } from './tour.texts.ts'

type FromDrawProps = {
  /** No day was chosen to visit them on. */
  readonly disabled: boolean
  readonly onUnits: (units: { id: string; name: string }[]) => void
}

/** Puts the units that a random draw brought on the list. */
export function FromDraw({ disabled, onUnits }: FromDrawProps) {
  const t = tourTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const draws = useQuery({
    queryKey: ['inspection', 'drawn'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/draws', { params: { query: { state: 'drawn', pageSize: 50 } }, signal })),
  })
  const rows = draws.data?.rows ?? []
  if (rows.length === 0) return null
  const take = (id: string) =>
    answer(api.GET('/api/draws/{id}/drawn', { params: { path: { id } } })).then(
      drawn => onUnits(drawn.rows.map(({ unitId, name }) => ({ id: unitId, name }))),
      error => void message.error(text(error)),
    )
  return (
    <FormField label={t('fromDraw')}>
      <Select
        aria-label={t('fromDraw')}
        placeholder={t('fromDrawHint')}
        disabled={disabled}
        value={null}
        onChange={id => id && void take(id)}
        options={rows.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </FormField>
  )
}
