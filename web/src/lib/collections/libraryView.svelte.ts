/** What is looked for on a shelf and how it is sorted; '' is all, as the server gives it. */
export class ShelfView {
  query = $state('');
  order = $state('');
  /** How far down the page was when it was left; nothing draws it. */
  top = 0;
}

/** The same for single songs, which can be narrowed further. */
export class SongsView extends ShelfView {
  language = $state('');
  genre = $state('');
  /** Only what plays here. */
  here = $state(false);
}

/** How the library was last looked at, so that going back from a record finds the shelf as it was. */
export class LibraryView {
  albums = $state.raw(new ShelfView());
  artists = $state.raw(new ShelfView());
  songs = $state.raw(new SongsView());

  /** Somebody else looks at it from the beginning. */
  startOver(): void {
    this.albums = new ShelfView();
    this.artists = new ShelfView();
    this.songs = new SongsView();
  }

  /** The library is left: it is entered from its top again. */
  leave(): void {
    for (const view of [this.albums, this.artists, this.songs]) view.top = 0;
  }
}
