"""Tests of healthlint. They mirror the packages that they test."""
