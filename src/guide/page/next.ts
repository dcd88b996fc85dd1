/** Where the focus goes when what had it is no longer shown: to the step that comes next, or to the top. */
export const NEXT = {
	get current(): HTMLElement | null {
		return document.querySelector<HTMLElement>('[aria-current] .toggle') ?? document.querySelector('h1');
	},
};
