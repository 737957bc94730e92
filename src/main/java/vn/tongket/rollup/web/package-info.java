@NullMarked
package vn.tongket.rollup.web;

import org.jspecify.annotations.NullMarked;
