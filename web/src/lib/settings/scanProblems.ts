import type { ApiClient } from '../api/client';
import type { ScanProblem, ScanProblemCode } from '../api/types/folders';

const pageSize = 200;
/** More than this is read by nobody; their number is told. */
const most = 2000;

/** In the order in which they are shown: what can be mended first. */
const codes: readonly ScanProblemCode[] = ['missing', 'truncated', 'empty', 'notAudio', 'timedOut', 'gaveUp', 'other'];

export interface ProblemGroups {
  total: number;
  /** How many of them were not fetched. */
  more: number;
  groups: { code: ScanProblemCode; problems: ScanProblem[] }[];
}

/** What scans could not read, by the reason. */
export async function problemGroups(api: Pick<ApiClient, 'problems'>): Promise<ProblemGroups> {
  const all: ScanProblem[] = [];
  let total: number;
  do {
    const page = await api.problems(all.length, pageSize);
    total = page.total;
    all.push(...page.problems);
    if (page.problems.length === 0) break;
  } while (all.length < Math.min(total, most));
  // A newer server may have reasons that this page has no words for.
  const codeOf = ({ code }: ScanProblem) => (codes.includes(code) ? code : 'other');
  const groups = codes
    .map((code) => ({ code, problems: all.filter((p) => codeOf(p) === code) }))
    .filter(({ problems }) => problems.length > 0);
  return { total, more: total - all.length, groups };
}
