/**
 * Makes an index of a landscape on first use, and keeps it as long as the landscape, which never changes. Without it,
 * views that ask for one system after another would search the whole landscape each time.
 */
export function perLandscape<Landscape extends object, Index extends object>(
	make: (landscape: Landscape) => Index,
): (landscape: Landscape) => Index {
	const indexes = new WeakMap<Landscape, Index>();
	return (landscape) => {
		const index = indexes.get(landscape) ?? make(landscape);
		indexes.set(landscape, index);
		return index;
	};
}
