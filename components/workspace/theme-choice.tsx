'use client'

import { useState } from 'react'
import { chooseTheme, currentTheme, THEMES, type Theme } from './theme'

const LABELS: Readonly<Record<Theme, string>> = { system: 'System', light: 'Light', dark: 'Dark' }

/** System, light or dark, at once and for this browser. Rendered in the browser alone, so it may read the page. */
export function ThemeChoice() {
  const [theme, setTheme] = useState(currentTheme)
  return (
    <fieldset className="theme-choice">
      <legend className="small">Theme</legend>
      {THEMES.map(option => (
        <label key={option}>
          <input
            type="radio"
            name="theme"
            value={option}
            checked={theme === option}
            onChange={() => {
              chooseTheme(option)
              setTheme(option)
            }}
          />
          <span>{LABELS[option]}</span>
        </label>
      ))}
    </fieldset>
  )
}
