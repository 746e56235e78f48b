/** Something the server says, as data: `server.<code>` is the sentence, in any language of the page. */
export interface Remark {
  code: string;
  values: Record<string, string | number | string[]>;
}
