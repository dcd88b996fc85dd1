/**
 * An index that is made when a landscape is first asked for it, and kept for as long as that landscape is: landscapes
 * are values that never change. What views ask for one system after another is looked up in such an index.
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
