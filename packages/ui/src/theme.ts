/** The look of Ant Design's parts, made from the palette. */
import { type ThemeConfig, theme } from 'antd'
import { dark, light, type Palette } from './palette.ts'

const sans =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, -apple-system, "Segoe UI", sans-serif'

export type ThemeName = 'light' | 'dark'

/** @returns the colours of one of the two themes, for what cannot read CSS variables. */
export function paletteOf(name: ThemeName): Palette {
  return name === 'dark' ? dark : light
}

/** @returns the Ant Design theme for one of the two palettes; `phone` gives 16 px text and taller controls. */
export function makeTheme(name: ThemeName, phone: boolean): ThemeConfig {
  const colour = paletteOf(name)
  return {
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: colour.primary,
      colorLink: colour.primary,
      colorLinkHover: colour.primaryHover,
      colorSuccess: colour.good,
      colorWarning: colour.doubt,
      colorWarningBg: colour.doubtSoft,
      colorError: colour.bad,
      colorErrorBg: colour.badSoft,
      colorInfo: colour.primary,
      colorInfoBg: colour.primarySoft,
      colorSuccessBg: colour.goodSoft,
      colorBgLayout: colour.ground,
      colorBgContainer: colour.surface,
      colorBgElevated: colour.surface,
      colorText: colour.text,
      colorTextSecondary: colour.textSoft,
      colorTextTertiary: colour.textFaint,
      colorTextDescription: colour.textFaint,
      colorTextPlaceholder: colour.textFaint,
      controlItemBgActive: colour.primarySoft,
      controlItemBgActiveHover: colour.primarySoft,
      colorBorder: colour.lineStrong,
      colorBorderSecondary: colour.line,
      borderRadius: 4,
      fontFamily: sans,
      fontSize: phone ? 16 : 14,
      controlHeight: phone ? 44 : 32,
      lineHeight: 1.6,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Button: {
        primaryColor: colour.onPrimary,
        dangerColor: colour.onPrimary,
        colorPrimary: colour.primary,
        colorPrimaryHover: colour.primaryHover,
        defaultBorderColor: colour.lineMid,
        primaryShadow: 'none',
        defaultShadow: 'none',
      },
      Table: { headerBg: colour.raised, headerColor: colour.textSoft, cellPaddingBlockSM: 7 },
      Select: { optionSelectedBg: colour.primarySoft },
      Pagination: { itemActiveBg: colour.primarySoft },
    },
  }
}

/** Sets the palette as CSS variables on the document, where CSS modules read it. */
export function applyPalette(root: HTMLElement, name: ThemeName): void {
  for (const [key, value] of Object.entries(paletteOf(name))) root.style.setProperty(`--jb-${key}`, value)
  root.style.setProperty('--jb-sans', sans)
  root.style.colorScheme = name
  root.dataset['theme'] = name
}
