const REPORT = /^\/s\/[A-Za-z0-9_-]{43}\/report(?:\/[A-Za-z0-9_-]{43})?$/

/** Whether a path is the form for errors of a shared page, or the receipt of a report: the public pages that take POST. */
export function isReportAddress(path: string): boolean {
  return REPORT.test(path)
}
