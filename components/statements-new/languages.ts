/** What the list offers; any other BCP 47 tag can be typed. Names are the languages' own. */
export const COMMON_LANGUAGES: readonly { tag: string; name: string }[] = [
  { tag: 'en', name: 'English' },
  { tag: 'ar', name: 'العربية (Arabic)' },
  { tag: 'bn', name: 'বাংলা (Bengali)' },
  { tag: 'cs', name: 'Čeština (Czech)' },
  { tag: 'de', name: 'Deutsch (German)' },
  { tag: 'el', name: 'Ελληνικά (Greek)' },
  { tag: 'es', name: 'Español (Spanish)' },
  { tag: 'fa', name: 'فارسی (Persian)' },
  { tag: 'fr', name: 'Français (French)' },
  { tag: 'he', name: 'עברית (Hebrew)' },
  { tag: 'hi', name: 'हिन्दी (Hindi)' },
  { tag: 'hu', name: 'Magyar (Hungarian)' },
  { tag: 'id', name: 'Bahasa Indonesia (Indonesian)' },
  { tag: 'it', name: 'Italiano (Italian)' },
  { tag: 'ja', name: '日本語 (Japanese)' },
  { tag: 'kk', name: 'Қазақша (Kazakh)' },
  { tag: 'ko', name: '한국어 (Korean)' },
  { tag: 'nl', name: 'Nederlands (Dutch)' },
  { tag: 'pl', name: 'Polski (Polish)' },
  { tag: 'pt', name: 'Português (Portuguese)' },
  { tag: 'ro', name: 'Română (Romanian)' },
  { tag: 'ru', name: 'Русский (Russian)' },
  { tag: 'sr', name: 'Српски (Serbian)' },
  { tag: 'sv', name: 'Svenska (Swedish)' },
  { tag: 'sw', name: 'Kiswahili (Swahili)' },
  { tag: 'th', name: 'ไทย (Thai)' },
  { tag: 'tr', name: 'Türkçe (Turkish)' },
  { tag: 'uk', name: 'Українська (Ukrainian)' },
  { tag: 'ur', name: 'اردو (Urdu)' },
  { tag: 'vi', name: 'Tiếng Việt (Vietnamese)' },
  { tag: 'zh', name: '中文 (Chinese)' },
]

const RIGHT_TO_LEFT_SCRIPTS = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr'])

/** The direction in which a language is written, from its script; left to right where the tag is not one. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  try {
    const { script } = new Intl.Locale(tag).maximize()
    return script !== undefined && RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr'
  } catch {
    return 'ltr'
  }
}
