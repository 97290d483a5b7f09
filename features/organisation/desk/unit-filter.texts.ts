import { defineTexts } from '@jianbao/ui'

export const unitFilterTexts = defineTexts('unit-filter', {
  zh: {
    unitFilter: '按单位筛选',
    anyUnit: '全部单位',
    unitGone: '所选单位',
    unitWhole: '{{name}}及下属',
    unitOnly: '只看{{name}}本级',
    unitClear: '不限单位',
    unitChoose: '选择单位',
    unitScope: '范围',
    withBelow: '含下属单位',
    withoutBelow: '只看本级',
    use: '确定',
    cancel: '取消',
  },
  en: {
    unitFilter: 'Filter by unit',
    anyUnit: 'All units',
    unitGone: 'The chosen unit',
    unitWhole: '{{name}} and below',
    unitOnly: '{{name}} alone',
    unitClear: 'Any unit',
    unitChoose: 'Choose a unit',
    unitScope: 'Scope',
    withBelow: 'With the units below',
    withoutBelow: 'This unit alone',
    use: 'Use',
    cancel: 'Cancel',
  },
})
